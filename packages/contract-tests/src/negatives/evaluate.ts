import { dereference, isObject, type JsonObject, objectAt, objectsAt } from '@partner-upgrades/spec-diff/document'

/** A keyword of a schema that a value does not satisfy, and where in the value. */
export interface Failure {
  /** JSON Pointer to what is wrong in the value. */
  readonly pointer: string
  /** The keyword of JSON Schema that it breaks. */
  readonly keyword: string
}

/**
 * What of a schema a value does not satisfy: a small reading of JSON Schema, enough to tell whether a made-up value
 * breaks one thing or more. Formats are not judged.
 */
export function evaluate(document: JsonObject, reference: unknown, value: unknown, pointer = ''): readonly Failure[] {
  if (reference === true || reference === undefined) return []
  if (reference === false) return [{ pointer, keyword: 'false' }]
  const schema = dereference(document, reference)
  const failures: Failure[] = []
  const fail = (keyword: string, broken: boolean) => {
    if (broken) failures.push({ pointer, keyword })
  }
  const at = (schema: unknown, value: unknown, name: string | number) =>
    failures.push(...evaluate(document, schema, value, `${pointer}/${name}`))
  const passing = (keyword: string) =>
    objectsAt(schema, keyword).filter((branch) => evaluate(document, branch, value, pointer).length === 0).length

  fail('type', schema.type !== undefined && !typesOf(schema).some((type) => isOfType(type, value)))
  fail('enum', Array.isArray(schema.enum) && !schema.enum.some((each) => same(each, value)))
  fail('const', schema.const !== undefined && !same(schema.const, value))
  for (const branch of objectsAt(schema, 'allOf')) failures.push(...evaluate(document, branch, value, pointer))
  fail('anyOf', schema.anyOf !== undefined && passing('anyOf') === 0)
  fail('oneOf', schema.oneOf !== undefined && passing('oneOf') !== 1)
  fail('not', schema.not !== undefined && evaluate(document, schema.not, value).length === 0)
  if (typeof value === 'string') {
    const length = [...value].length
    fail('minLength', length < numberOr(schema.minLength, 0))
    fail('maxLength', length > numberOr(schema.maxLength, Number.POSITIVE_INFINITY))
    fail('pattern', typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
  }
  if (typeof value === 'number') {
    fail('minimum', value < numberOr(schema.minimum, Number.NEGATIVE_INFINITY))
    fail('maximum', value > numberOr(schema.maximum, Number.POSITIVE_INFINITY))
    fail('exclusiveMinimum', value <= numberOr(schema.exclusiveMinimum, Number.NEGATIVE_INFINITY))
    fail('exclusiveMaximum', value >= numberOr(schema.exclusiveMaximum, Number.POSITIVE_INFINITY))
    fail('multipleOf', !Number.isInteger(value / numberOr(schema.multipleOf, value || 1)))
  }
  if (Array.isArray(value)) {
    fail('minItems', value.length < numberOr(schema.minItems, 0))
    fail('maxItems', value.length > numberOr(schema.maxItems, Number.POSITIVE_INFINITY))
    fail(
      'uniqueItems',
      schema.uniqueItems === true && new Set(value.map((each) => JSON.stringify(each))).size < value.length,
    )
    for (const [index, item] of value.entries()) at(schema.items, item, index)
  }
  if (isObject(value)) {
    const properties = objectAt(schema, 'properties')
    for (const name of requiredOf(schema)) fail('required', !Object.hasOwn(value, name))
    for (const [name, member] of Object.entries(value)) {
      at(Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties, member, name)
    }
  }
  return failures
}

/** The types that a schema allows; empty for any. */
export function typesOf({ type }: JsonObject): readonly string[] {
  return (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
}

/** The properties that a schema requires. */
export function requiredOf({ required }: JsonObject): readonly string[] {
  return Array.isArray(required) ? required.filter((name) => typeof name === 'string') : []
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null
    case 'array':
      return Array.isArray(value)
    case 'object':
      return isObject(value)
    case 'integer':
      return Number.isInteger(value)
    default:
      return typeof value === type
  }
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
