import { dereference, isObject, type JsonObject, objectAt, objectsAt } from '@partner-upgrades/spec-diff/document'
import { requiredOf, typesOf } from './evaluate.ts'

/** Bounds of which the greatest applies if there are several, and below, those of which the smallest applies. */
const greatest = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties']
const smallest = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties']

/** Merges a schema with its `$ref` and `allOf`, as far as making values requires it. */
export function flattened(document: JsonObject, reference: unknown, seen: readonly unknown[] = []): JsonObject {
  if (reference === false) return { not: {} }
  if (!isObject(reference) || seen.includes(reference)) return {}
  const { allOf, ...own } = dereference(document, reference)
  const parts = objectsAt({ allOf }, 'allOf').map((part) => flattened(document, part, [...seen, reference]))
  return parts.reduce(both, own)
}

function both(one: JsonObject, other: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...other, ...one }
  for (const keyword of [...greatest, ...smallest]) {
    const bounds = [one[keyword], other[keyword]].filter((bound) => typeof bound === 'number')
    if (bounds.length > 1) merged[keyword] = greatest.includes(keyword) ? Math.max(...bounds) : Math.min(...bounds)
  }
  const required = [...new Set([...requiredOf(one), ...requiredOf(other)])]
  if (required.length > 0) merged.required = required
  if (one.type !== undefined && other.type !== undefined) {
    merged.type = typesOf(one).filter((type) => typesOf(other).some((each) => includes(each, type)))
  }
  if (isObject(one.properties) && isObject(other.properties)) merged.properties = bothMaps(one, other)
  return merged
}

function includes(type: string, other: string): boolean {
  return type === other || (type === 'number' && other === 'integer')
}

function bothMaps(one: JsonObject, other: JsonObject): JsonObject {
  const [left, right] = [objectAt(one, 'properties'), objectAt(other, 'properties')]
  const names = [...new Set([...Object.keys(left), ...Object.keys(right)])]
  return Object.fromEntries(
    names.map((name) => {
      const schemas = [left[name], right[name]].filter((schema) => schema !== undefined)
      return [name, schemas.length > 1 ? { allOf: schemas } : schemas[0]]
    }),
  )
}
