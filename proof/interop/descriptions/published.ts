// API descriptions that others publish as packages, and what is to be expected of each.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sandboxFile } from '../../sandboxes/install.ts'

/** A description that somebody publishes. */
export interface Published {
  readonly file: string
  /** Operations that the mock answers. */
  readonly answered: number
  /** Operations that have to be left out. */
  readonly leftOut: number
  /** Others, whose failures are explained. */
  readonly explained: number
}

/** Descriptions of services. */
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

/** Example descriptions, each about one part of OpenAPI. */
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

/** Examples that are no matter for the engine, and why. */
export const others: Readonly<Record<string, string>> = {
  'schema-validation-top-level.json': 'its dialect, draft 04, is refused for all schemas at once',
  'schema-validation-local.json': 'the engine does not know draft 05, which one of its schemas is in',
}

/** Why an operation of an accepted description may not be answered. */
export const explanations: readonly { readonly reason: RegExp; readonly why: string }[] = [
  {
    reason: /has no example of/,
    why: 'no example fits its schema, such as a pattern; the mock says so and invents none',
  },
  { reason: /has no final response/, why: 'no response is described, or only 1XX' },
  {
    reason: /^there is no valid (body|value)/,
    why: 'openapi-sampler, which makes the requests, makes nothing that fits',
  },
  { reason: /^Request with GET\/HEAD method cannot have body/, why: 'fetch sends no such request' },
  {
    reason: /must match format "(duration|json-pointer)"/,
    why: 'the mock asserts formats, and the sampler does not know all',
  },
  { reason: /has no credentials/, why: 'two schemes want the header Authorization for themselves' },
]
