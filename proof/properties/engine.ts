import { registerSchema, setShouldValidateFormat, validate } from '@hyperjump/json-schema/openapi-3-1'
import '@hyperjump/json-schema/formats'
import type { Json } from './document.ts'

/** Whether the value that a JSON text stands for fits a schema. */
export type Judge = (text: string) => boolean

/** Finds the judge of the schema at a JSON Pointer into the document. */
export type Engine = (pointer: string) => Promise<Judge>

let documents = 0

/** Judges by Hyperjump's reading of OpenAPI 3.1, which has nothing in common with the validators of a contract. */
export function createEngine(document: Json): Engine {
  documents += 1
  const uri = `https://document.invalid/${documents}`
  // In OpenAPI 3.1 a format may be an annotation only; a contract asserts those it knows.
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
