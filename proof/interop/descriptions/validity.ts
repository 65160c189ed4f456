import { registerSchema, setShouldValidateSchema, validate } from '@hyperjump/json-schema/openapi-3-0'
import '@hyperjump/json-schema/openapi-3-1'
import type { Description } from './description.ts'

/** Compares a value with the schema at a JSON Pointer into the description: undefined if it fits, else what does not. */
export type Judge = (pointer: string, value: unknown) => Promise<string | undefined>

let documents = 0

/** Judges by Hyperjump's reading of OpenAPI 3.0 or 3.1, which has nothing in common with the validators of a contract. */
export function createJudge({ document }: Description): Judge {
  documents += 1
  const uri = `https://description.invalid/${documents}`
  const is30 = String(document.openapi).startsWith('3.0')
  // Whether the document itself is right is for its owners to see.
  setShouldValidateSchema(false)
  const dialect = is30 ? 'https://spec.openapis.org/oas/3.0/schema' : 'https://spec.openapis.org/oas/3.1/schema-base'
  registerSchema(JSON.parse(JSON.stringify(document)), uri, dialect)
  return async (pointer, value) => {
    const fragment = pointer.slice(1).split('/').map(encodeURIComponent).join('/')
    const output = await validate(`${uri}#${fragment}`, JSON.parse(JSON.stringify(value)), 'BASIC')
    if (output.valid) return undefined
    const errors = (output.errors ?? []).slice(0, 3)
    return errors.map(({ keyword, instanceLocation }) => `${instanceLocation} ${keyword.split('/').at(-1)}`).join(', ')
  }
}
