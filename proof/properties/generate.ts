import fc, { type Arbitrary } from 'fast-check'
import { isList, isObject, type Json, type JsonObject, lookUp } from './document.ts'
import { textsOf } from './texts.ts'

/** Generates values that are mostly valid for a schema. */
export function valuesOf(schema: Json | undefined, document: Json, depth = 0): Arbitrary<Json> {
  if (!isObject(schema) || depth > 12) return anyValue
  const { $ref, ...own } = schema
  const merged = typeof $ref === 'string' ? merge([lookUp(document, $ref), own]) : schema
  if (typeof merged.$ref === 'string') return valuesOf(merged, document, depth + 1)
  const { const: only, enum: values, allOf, oneOf, anyOf, ...rest } = merged
  if (only !== undefined) return fc.constant(only)
  if (isList(values)) return fc.constantFrom(...values)
  if (isList(allOf))
    return valuesOf(merge([rest, ...allOf.map((part) => resolve(part, document))]), document, depth + 1)
  const choices = isList(oneOf) ? oneOf : anyOf
  if (isList(choices)) {
    return fc.oneof(...choices.map((choice) => valuesOf(merge([rest, choice]), document, depth + 1)))
  }
  const types = isList(merged.type) ? merged.type : merged.type === undefined ? [] : [merged.type]
  return types.length === 0 ? anyValue : fc.oneof(...types.map((type) => ofType(type, merged, document, depth)))
}

/** Generates any JSON value: serialized and parsed, so that it contains nothing that JSON cannot represent. */
export const anyValue: Arbitrary<Json> = fc.json({ maxDepth: 2 }).map((text): Json => JSON.parse(text))

function ofType(type: Json, schema: JsonObject, document: Json, depth: number): Arbitrary<Json> {
  switch (type) {
    case 'null':
      return fc.constant(null)
    case 'boolean':
      return fc.boolean()
    case 'integer':
      return fc.oneof(fc.integer(rangeOf(schema)), fc.maxSafeInteger())
    case 'number':
      return fc.oneof(fc.integer(rangeOf(schema)), anyNumber)
    case 'string':
      return textsOf(schema)
    case 'array':
      return fc.array(valuesOf(schema.items, document, depth + 1), { maxLength: 3 })
    default:
      return objectsOf(schema, document, depth)
  }
}

const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0)

const unknown = fc.dictionary(fc.string({ maxLength: 3 }), anyValue, { maxKeys: 2 })

function rangeOf({ minimum, maximum }: JsonObject): { min?: number; max?: number } {
  return {
    ...(typeof minimum === 'number' ? { min: Math.ceil(minimum) } : {}),
    ...(typeof maximum === 'number' ? { max: Math.floor(maximum) } : {}),
  }
}

function objectsOf(schema: JsonObject, document: Json, depth: number): Arbitrary<Json> {
  const properties = isObject(schema.properties) ? schema.properties : {}
  const required = isList(schema.required) ? schema.required : []
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, property]) => [name, valuesOf(property, document, depth + 1)]),
  )
  const known: Arbitrary<JsonObject> = fc.record(model, {
    requiredKeys: Object.keys(model).filter((name) => required.includes(name)),
  })
  return fc.oneof(
    { weight: 4, arbitrary: known },
    { weight: 1, arbitrary: fc.tuple(unknown, known).map(([more, value]) => ({ ...more, ...value })) },
  )
}

function resolve(schema: Json | undefined, document: Json): Json | undefined {
  if (!isObject(schema) || typeof schema.$ref !== 'string') return schema
  const { $ref, ...own } = schema
  return merge([resolve(lookUp(document, $ref), document), own])
}

/** Merges schemas that all apply into one; accurate enough for generating values. */
function merge(schemas: readonly (Json | undefined)[]): JsonObject {
  const objects = schemas.filter(isObject)
  const properties = objects.flatMap((schema) => (isObject(schema.properties) ? [schema.properties] : []))
  const required = objects.flatMap((schema) => (isList(schema.required) ? schema.required : []))
  return {
    ...Object.assign({}, ...objects),
    ...(properties.length > 0 ? { properties: Object.assign({}, ...properties) } : {}),
    ...(required.length > 0 ? { required } : {}),
  }
}
