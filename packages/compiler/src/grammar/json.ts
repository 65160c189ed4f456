/** A JSON value. */
export type Json = null | boolean | number | string | JsonArray | JsonObject
export type JsonArray = readonly Json[]
export interface JsonObject {
  readonly [key: string]: Json
}

export function isArray(value: Json | undefined): value is JsonArray {
  return Array.isArray(value)
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isText(value: Json | undefined): value is string {
  return typeof value === 'string'
}

/** Returns the object at a key, or an empty one. */
export function objectAt(parent: JsonObject, key: string): JsonObject {
  const value = parent[key]
  return isObject(value) ? value : {}
}

/** Returns the list at a key, or an empty one. */
export function listAt(parent: JsonObject, key: string): JsonArray {
  const value = parent[key]
  return isArray(value) ? value : []
}

/** Returns the string at a key, if there is one. */
export function textAt(parent: JsonObject, key: string): string | undefined {
  const value = parent[key]
  return isText(value) ? value : undefined
}

/** Returns the string at a key, or an empty one. */
export function textOrEmptyAt(parent: JsonObject, key: string): string {
  return textAt(parent, key) ?? ''
}

/** Serializes a value as JSON with sorted keys, so that equal values have equal texts. */
export function canonical(value: Json): string {
  if (isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key] ?? null)}`)
  return `{${members.join(',')}}`
}

export type Path = readonly (string | number)[]

/** Returns the JSON Pointer (RFC 6901) of a path. */
export function toPointer(path: Path): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** Returns the keys of a JSON Pointer, or of the fragment of a `$ref`. */
export function fromPointer(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

/** Returns the value at a path, or undefined. */
export function valueAt(value: Json, path: Path): Json | undefined {
  let current: Json | undefined = value
  for (const key of path) {
    if (isArray(current)) current = current[Number(key)]
    else if (isObject(current) && Object.hasOwn(current, key)) current = current[key]
    else return undefined
  }
  return current
}
