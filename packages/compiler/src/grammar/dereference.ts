import { fromPointer, isObject, isText, type JsonObject, valueAt } from './json.ts'

/**
 * Resolves a Reference Object of a bundled document; its summary and description override those of the component. Returns anything
 * else unchanged.
 */
export function dereference(value: JsonObject, document: JsonObject): JsonObject {
  if (!isText(value.$ref)) return value
  const { $ref, ...texts } = value
  const target = valueAt(document, fromPointer($ref))
  const whole = isObject(target) ? dereference(target, document) : {}
  return Object.keys(texts).length === 0 ? whole : { ...whole, ...texts }
}
