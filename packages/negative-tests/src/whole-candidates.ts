import { isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { sampleOf } from './sample.ts'

/** Keywords that apply to a value as a whole. Each is broken or reported as unbroken; unsupported ones are never broken. */
export const judgedWhole: readonly string[] = [
  ...['not', 'if', 'contains', 'maxContains', 'minProperties', 'maxProperties', 'propertyNames'],
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedProperties', 'unevaluatedItems'],
]

/** Returns values that such a keyword may forbid, derived from a valid one. The caller checks which are forbidden. */
export function wholeCandidates(
  document: JsonObject,
  keyword: string,
  schema: JsonObject,
  valid: unknown,
): readonly unknown[] {
  switch (keyword) {
    case 'not':
      return [
        sampleOf(document, { allOf: [schema.not, { ...schema, not: undefined }] }),
        sampleOf(document, schema.not),
      ]
    case 'contains':
      return Array.isArray(valid) ? [[], [null], ['text'], [{}], [0]] : []
    case 'maxContains': {
      const item = sampleOf(document, schema.contains)
      return [Array.from({ length: Number(schema.maxContains) + 1 }, () => item)]
    }
    case 'propertyNames':
      return isObject(valid) ? ['!', '', 'x'.repeat(1000)].map((name) => ({ ...valid, [name]: true })) : []
    case 'maxProperties':
      return isObject(valid) ? [withMore(valid, Number(schema.maxProperties) + 1, schema)] : []
    case 'minProperties':
      return isObject(valid) ? [withLess(valid, Number(schema.minProperties) - 1, schema)] : []
    case 'if':
    case 'dependentRequired':
    case 'dependentSchemas':
      return isObject(valid) ? Object.keys(valid).map((name) => without(valid, name)) : []
    default:
      return []
  }
}

function without(object: JsonObject, name: string): JsonObject {
  const { [name]: gone, ...rest } = object
  return rest
}

function withMore(valid: JsonObject, count: number, schema: JsonObject): JsonObject {
  const missing = Math.max(0, count - Object.keys(valid).length)
  const [filler = true] = isObject(schema.additionalProperties) ? Object.values(valid) : []
  const more = Array.from({ length: missing }, (_, index) => [`more${index}`, filler])
  return { ...valid, ...Object.fromEntries(more) }
}

/** Keeps `count` properties, the required ones first. */
function withLess(valid: JsonObject, count: number, schema: JsonObject): JsonObject {
  const isRequired = (name: string) => Array.isArray(schema.required) && schema.required.includes(name)
  const names = Object.keys(objectAt({ valid }, 'valid')).sort((a, b) => Number(isRequired(b)) - Number(isRequired(a)))
  return Object.fromEntries(names.slice(0, count).map((name) => [name, valid[name]]))
}
