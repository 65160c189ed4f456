/** A JSON object of unknown shape. */
export type JsonObject = { readonly [name: string]: unknown }

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value is a JSON array. */
export function isArray(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}

/** Returns the object under a name; an empty one if there is none. */
export function objectAt(value: unknown, name: string): JsonObject {
  const member = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return isObject(member) ? member : {}
}

/** Returns the objects in the list under a name. */
export function objectsAt(value: unknown, name: string): readonly JsonObject[] {
  const member = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
  return isArray(member) ? member.filter(isObject) : []
}

/**
 * Parses JSON; undefined, which JSON cannot represent, if it is invalid. A text that is nested too deeply is rejected, since its value
 * could not be traversed. A byte order mark at the start is ignored, as by `fetch`.
 */
export function parseJson(marked: string): unknown {
  const text = marked.replace(/^\uFEFF/, '')
  try {
    return isNestedDeeply(text) ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const deepest = 256

function isNestedDeeply(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > deepest) return true
  }
  return false
}

/** Returns one step of a JSON Pointer, with its slash. */
export function pointerStep(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** Maps the values of an object. */
export function mapObject<T>(object: JsonObject, change: (value: unknown) => T): { readonly [name: string]: T } {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))
}
