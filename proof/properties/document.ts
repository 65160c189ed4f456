// Reads a bundled document independently of the compiler.

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject

/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** Whether a value is a JSON object. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a JSON array. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

/** A part of a document, and the JSON Pointer to it as the fragment of a URI. */
export interface Place {
  readonly pointer: string
  readonly value: Json | undefined
}

/** Returns a descendant of a place, following each `$ref` on the way. */
export function below(document: Json, from: Place, ...keys: readonly (string | number)[]): Place {
  return keys.reduce((at: Place, key) => {
    const pointer = `${at.pointer}/${encodeURIComponent(String(key).replaceAll('~', '~0').replaceAll('/', '~1'))}`
    return follow(document, { pointer, value: memberOf(at.value, String(key)) })
  }, from)
}

/** Returns the root of the document as a place. */
export function rootOf(document: Json): Place {
  return { pointer: '#', value: document }
}

/** Returns the target of a reference into the document. */
export function lookUp(document: Json, reference: string): Json | undefined {
  const keys = reference.split('/').slice(1).map(decodeURIComponent)
  return keys.reduce(
    (at: Json | undefined, key) => memberOf(at, key.replaceAll('~1', '/').replaceAll('~0', '~')),
    document,
  )
}

function follow(document: Json, place: Place): Place {
  if (!isObject(place.value) || typeof place.value.$ref !== 'string') return place
  const { $ref } = place.value
  return follow(document, { pointer: $ref, value: lookUp(document, $ref) })
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (isList(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
