import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A schema, and values that fit it or do not: a test group of the JSON Schema Test Suite. */
export interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

/**
 * Where the edition of the suite that is published as a package, of draft 4, says otherwise than JSON Schema 2020-12, and
 * where a group is about what no OpenAPI document has.
 */
export const outdated: Readonly<Record<string, string>> = {
  'an array of schemas for items': 'such a list is `prefixItems` since 2020-12, and `items` is a schema (core, 10.3.1)',
  'exclusiveMinimum validation': '`exclusiveMinimum` is a number since draft 6 (validation, 6.2.5)',
  'relative pointer ref to array': '`items` is a schema (core, 10.3.1)',
  'escaped pointer ref': 'what a reference into an unknown keyword means is undefined (core, 9.4.2)',
  'remote ref, containing refs itself': 'it leads to the schema of draft 4; nothing is fetched',
}

const tests = join(dirname(createRequire(import.meta.url).resolve('json-schema-test-suite')), 'tests', 'draft4')

/** The published groups of a keyword, but for those that are outdated; none for a keyword the suite does not know. */
export function publishedGroups(keyword: string): readonly Group[] {
  const file = join(tests, `${keyword.replace('$', '')}.json`)
  return existsSync(file) ? readGroups(file).filter(({ description }) => !Object.hasOwn(outdated, description)) : []
}

/** The published groups of a format. */
export function publishedFormatGroups(format: string): readonly Group[] {
  return readGroups(join(tests, 'optional', 'format.json')).filter(({ schema }) => Object(schema).format === format)
}

function readGroups(file: string): readonly Group[] {
  return JSON.parse(readFileSync(file, 'utf8'))
}
