import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1'
import '@hyperjump/json-schema/formats'
import type { Json } from './document.ts'

/** Whether the value of a JSON text is valid for a schema. */
export type Judge = (text: string) => boolean

/** Returns the judge of the schema at a JSON Pointer into the document. */
export type Engine = (pointer: string) => Promise<Judge>

let documents = 0

/** Creates an engine with Hyperjump's implementation of OpenAPI 3.1, which shares no code with the validators of a contract. */
export function createEngine(document: Json): Engine {
  documents += 1
  const uri = `https://document.invalid/${documents}`
  // In OpenAPI 3.1 a format may be only an annotation; a contract asserts the formats that it supports.
  setShouldValidateFormat(true)
  registerSchema(JSON.parse(JSON.stringify(document)), uri, 'https://spec.openapis.org/oas/3.1/schema-base')
  const judges = new Map<string, Promise<Judge>>()
  return (pointer) => {
    const known = judges.get(pointer)
    if (known) return known
    const judge = validate(uri + pointer).then(
      (check): Judge =>
        (text) =>
          check(JSON.parse(text)).valid,
    )
    judges.set(pointer, judge)
    return judge
  }
}
