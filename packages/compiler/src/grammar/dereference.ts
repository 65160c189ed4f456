import { fromPointer, isObject, isText, type JsonObject, valueAt } from './json.ts'

/**
 * What a Reference Object of a bundled document stands for, with the texts that it puts in the place of the component's own; anything
 * else as it is.
 */
export function dereference(value: JsonObject, document: JsonObject): JsonObject {
  if (!isText(value.$ref)) return value
  const { $ref, ...texts } = value
  const target = valueAt(document, fromPointer($ref))
  const whole = isObject(target) ? dereference(target, document) : {}
  return Object.keys(texts).length === 0 ? whole : { ...whole, ...texts }
}
