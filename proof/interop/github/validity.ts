import { registerSchema, setShouldValidateSchema, validate } from '@hyperjump/json-schema/openapi-3-0'
import type { Description } from './description.ts'

/** Compares a value with the schema at a JSON Pointer into the description: undefined if it fits, else what does not. */
export type Judge = (pointer: string, value: unknown) => Promise<string | undefined>

const uri = 'https://github.invalid/openapi'

/** Judges by Hyperjump's reading of OpenAPI 3.0, which has nothing in common with the validators of a contract. */
export function createJudge({ text }: Description): Judge {
  // Whether the document itself is right is for GitHub to see.
  setShouldValidateSchema(false)
  registerSchema(JSON.parse(text), uri, 'https://spec.openapis.org/oas/3.0/schema')
  return async (pointer, value) => {
    const fragment = pointer.slice(1).split('/').map(encodeURIComponent).join('/')
    const output = await validate(`${uri}#${fragment}`, JSON.parse(JSON.stringify(value)), 'BASIC')
    if (output.valid) return undefined
    const errors = (output.errors ?? []).slice(0, 3)
    return errors.map(({ keyword, instanceLocation }) => `${instanceLocation} ${keyword.split('/').at(-1)}`).join(', ')
  }
}
