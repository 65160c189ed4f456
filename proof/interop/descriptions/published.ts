// API descriptions that others publish as packages, and the expected results of each.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sandboxFile } from '../../sandboxes/install.ts'

/** A published description. */
export interface Published {
  readonly file: string
  /** The number of operations with a valid response. */
  readonly answered: number
  /** The number of operations that have to be omitted. */
  readonly leftOut: number
  /** The number of other operations, whose failures have a known reason. */
  readonly explained: number
}

/** Returns the descriptions of services. */
export function services(): readonly Published[] {
  const of = (file: string, answered: number, leftOut: number, explained: number): Published => ({
    file: sandboxFile('descriptions', file),
    answered,
    leftOut,
    explained,
  })
  return [
    of('@figma/rest-api-spec/openapi/openapi.yaml', 52, 0, 2),
    of('@blockfrost/openapi/openapi.yaml', 128, 1, 0),
    of('rclone-openapi/openapi.json', 92, 9, 0),
    of('@directus/specs/dist/openapi.json', 105, 31, 0),
    of('@readme/oas-examples/3.0/json/star-trek.json', 80, 40, 0),
    of('@readme/oas-examples/3.1/json/readme.json', 23, 4, 27),
    of('@readme/oas-examples/3.0/json/petstore.json', 16, 4, 0),
    of('@readme/oas-examples/3.1/json/petstore.json', 17, 3, 0),
    of('@readme/oas-examples/3.1/json/train-travel.json', 5, 2, 0),
    of('@scalar/galaxy/dist/3.1.json', 2, 8, 0),
  ]
}

/** Returns example descriptions, each about one part of OpenAPI. */
export function examples(): readonly string[] {
  const known = services().map(({ file }) => file)
  return ['3.0', '3.1'].flatMap((version) => {
    const folder = sandboxFile('descriptions', `@readme/oas-examples/${version}/json`)
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json') && !Object.hasOwn(others, name))
      .map((name) => join(folder, name))
      .filter((file) => !known.includes(file))
  })
}

/** Examples that the engine cannot judge, and why. */
export const others: Readonly<Record<string, string>> = {
  'schema-validation-top-level.json': 'its dialect, draft 04, is rejected for all schemas at once',
  'schema-validation-local.json': 'the engine does not support draft 05, the dialect of one of its schemas',
}

/** Why an operation of an accepted description may have no valid response. */
export const explanations: readonly { readonly reason: RegExp; readonly why: string }[] = [
  {
    reason: /has no example of/,
    why: 'no example satisfies its schema, for example a pattern; the mock reports that and invents none',
  },
  { reason: /has no final response/, why: 'only 1XX responses are described, or none' },
  {
    reason: /^there is no valid (body|value)/,
    why: 'openapi-sampler, which generates the requests, finds no valid value',
  },
  { reason: /^Request with GET\/HEAD method cannot have body/, why: 'fetch sends no such request' },
  {
    reason: /must match format "(duration|json-pointer)"/,
    why: 'the mock asserts formats, and the sampler does not support all of them',
  },
  { reason: /has no credentials/, why: 'two schemes both require the header Authorization' },
]
