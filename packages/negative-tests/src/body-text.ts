import { essenceOf, isJsonMediaType } from '@partner-upgrades/spec'
import { isObject, type JsonObject } from '@partner-upgrades/spec-diff/document'
import { evaluate } from './evaluate.ts'
import { flattened } from './flatten.ts'
import { isForbiddenAsText, writeParameter } from './parameter-text.ts'

/** How a body is serialized: as JSON, as text, as a form, or in a way that is not supported. */
export type BodyForm = 'json' | 'text' | 'form' | 'other'

/** How bodies of a media type are serialized. */
export function formOf(mediaType: string): BodyForm {
  const essence = essenceOf(mediaType)
  // A range lets the sender choose.
  if (isJsonMediaType(essence) || essence === '*/*' || essence === 'application/*') return 'json'
  if (essence === 'application/x-www-form-urlencoded') return 'form'
  return essence.startsWith('text/') ? 'text' : 'other'
}

/** The `Content-Type` of a body: the declared one or, for a range, a media type in it. */
export function contentTypeOf(mediaType: string): string {
  const essence = essenceOf(mediaType)
  if (essence === '*/*' || essence === 'application/*') return 'application/json'
  return essence === 'text/*' ? 'text/plain' : mediaType
}

/** Serializes a body. */
export function writeBody(mediaType: string, value: unknown): string {
  switch (formOf(mediaType)) {
    case 'form':
      return Object.entries(isObject(value) ? value : {})
        .flatMap(([name, part]) => writeParameter(fieldOf(name), part))
        .map(([name, text]) => `${encodeURIComponent(name)}=${text}`)
        .join('&')
    case 'text':
      return String(value)
    default:
      return JSON.stringify(value)
  }
}

/** Whether a value that a schema forbids is still forbidden once it is serialized in a media type. */
export function isForbiddenAsBody(document: JsonObject, mediaType: string, schema: unknown, value: unknown): boolean {
  switch (formOf(mediaType)) {
    case 'form':
      return isObject(value) && isForbiddenAsText(document, { ...fieldOf('body'), schema, required: true }, value)
    case 'text':
      // Every body is text here, whatever type the schema declares: only the other constraints can be broken.
      return typeof value === 'string' && evaluate(document, textsOnly(document, schema), value).length > 0
    default:
      return true
  }
}

/** A property of a form is serialized like a query parameter. */
function fieldOf(name: string): JsonObject {
  return { name, in: 'query' }
}

function textsOnly(document: JsonObject, schema: unknown): JsonObject {
  const { type, ...limits } = flattened(document, schema)
  return limits
}
