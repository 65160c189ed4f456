import { registerSchema, setShouldValidateSchema, validate } from '@hyperjump/json-schema/openapi-3-0'
import '@hyperjump/json-schema/openapi-3-1'
import type { Description } from './description.ts'

/** Validates a value against the schema at a JSON Pointer into the description: undefined if it is valid, else the problems. */
export type Judge = (pointer: string, value: unknown) => Promise<string | undefined>

let documents = 0

/** Creates a judge with Hyperjump's implementation of OpenAPI 3.0 or 3.1, which shares no code with the validators of a contract. */
export function createJudge({ document }: Description): Judge {
  documents += 1
  const uri = `https://description.invalid/${documents}`
  const is30 = String(document.openapi).startsWith('3.0')
  // Whether the document itself is valid is up to its owners.
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
