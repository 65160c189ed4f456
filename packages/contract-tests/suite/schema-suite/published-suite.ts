import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** A test group of the JSON Schema Test Suite: a schema, with valid and invalid values. */
export interface Group {
  readonly description: string
  readonly schema: unknown
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

/**
 * Groups of the published package, which is for draft 4, that contradict JSON Schema 2020-12 or test something that no OpenAPI
 * document contains; with the reasons.
 */
export const outdated: Readonly<Record<string, string>> = {
  'an array of schemas for items': 'such a list is `prefixItems` since 2020-12, and `items` is a schema (core, 10.3.1)',
  'exclusiveMinimum validation': '`exclusiveMinimum` is a number since draft 6 (validation, 6.2.5)',
  'relative pointer ref to array': '`items` is a schema (core, 10.3.1)',
  'escaped pointer ref': 'what a reference into an unknown keyword means is undefined (core, 9.4.2)',
  'remote ref, containing refs itself': 'it leads to the schema of draft 4; nothing is fetched',
}

const tests = join(dirname(createRequire(import.meta.url).resolve('json-schema-test-suite')), 'tests', 'draft4')

/** Returns the published groups of a keyword, except outdated ones; none for a keyword that is not in the suite. */
export function publishedGroups(keyword: string): readonly Group[] {
  const file = join(tests, `${keyword.replace('$', '')}.json`)
  return existsSync(file) ? readGroups(file).filter(({ description }) => !Object.hasOwn(outdated, description)) : []
}

/** Returns the published groups of a format. */
export function publishedFormatGroups(format: string): readonly Group[] {
  return readGroups(join(tests, 'optional', 'format.json')).filter(({ schema }) => Object(schema).format === format)
}

function readGroups(file: string): readonly Group[] {
  return JSON.parse(readFileSync(file, 'utf8'))
}
