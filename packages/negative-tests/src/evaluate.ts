import { dereference, isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'

/** A keyword of a schema that a value does not satisfy, with its location in the value. */
export interface Failure {
  /** JSON Pointer to the invalid part of the value. */
  readonly pointer: string
  /** The JSON Schema keyword that it breaks. */
  readonly keyword: string
}

/**
 * Returns the keywords that a value does not satisfy. It implements as much of JSON Schema as it takes to tell whether a made-up value
 * breaks one constraint or more. Formats are not checked.
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
  const fits = (branch: unknown, part: unknown = value) => evaluate(document, branch, part, pointer).length === 0
  const passing = (keyword: string) => branchesOf(schema, keyword).filter((branch) => fits(branch)).length

  fail('type', schema.type !== undefined && !typesOf(schema).some((type) => isOfType(type, value)))
  fail('enum', Array.isArray(schema.enum) && !schema.enum.some((each) => same(each, value)))
  fail('const', schema.const !== undefined && !same(schema.const, value))
  for (const branch of branchesOf(schema, 'allOf')) failures.push(...evaluate(document, branch, value, pointer))
  fail('anyOf', schema.anyOf !== undefined && passing('anyOf') === 0)
  fail('oneOf', schema.oneOf !== undefined && passing('oneOf') !== 1)
  fail('not', schema.not !== undefined && fits(schema.not))
  if (schema.if !== undefined) fail('if', !fits(fits(schema.if) ? schema.then : schema.else))
  if (typeof value === 'string') {
    const length = [...value].length
    fail('minLength', length < numberOr(schema.minLength, 0))
    fail('maxLength', length > numberOr(schema.maxLength, Number.POSITIVE_INFINITY))
    fail('pattern', typeof schema.pattern === 'string' && !new RegExp(schema.pattern, 'u').test(value))
  }
  if (typeof value === 'number') {
    fail('minimum', value < numberOr(schema.minimum, Number.NEGATIVE_INFINITY))
    fail('maximum', value > numberOr(schema.maximum, Number.POSITIVE_INFINITY))
    // In OpenAPI 3.0 this is a boolean, which applies to the bound next to it.
    const bound = (keyword: string, beside: unknown) => (schema[keyword] === true ? beside : schema[keyword])
    fail('exclusiveMinimum', value <= numberOr(bound('exclusiveMinimum', schema.minimum), Number.NEGATIVE_INFINITY))
    fail('exclusiveMaximum', value >= numberOr(bound('exclusiveMaximum', schema.maximum), Number.POSITIVE_INFINITY))
    fail('multipleOf', !Number.isInteger(value / numberOr(schema.multipleOf, value || 1)))
  }
  if (Array.isArray(value)) {
    fail('minItems', value.length < numberOr(schema.minItems, 0))
    fail('maxItems', value.length > numberOr(schema.maxItems, Number.POSITIVE_INFINITY))
    fail(
      'uniqueItems',
      schema.uniqueItems === true && new Set(value.map((each) => JSON.stringify(each))).size < value.length,
    )
    const tuple = branchesOf(schema, 'prefixItems')
    for (const [index, item] of value.entries()) at(index < tuple.length ? tuple[index] : schema.items, item, index)
    if (schema.contains !== undefined) {
      const count = value.filter((item) => fits(schema.contains, item)).length
      fail('contains', count < numberOr(schema.minContains, 1))
      fail('maxContains', count > numberOr(schema.maxContains, Number.POSITIVE_INFINITY))
    }
  }
  if (isObject(value)) {
    const properties = objectAt(schema, 'properties')
    const names = Object.keys(value)
    for (const name of requiredOf(schema)) fail('required', !Object.hasOwn(value, name))
    fail('minProperties', names.length < numberOr(schema.minProperties, 0))
    fail('maxProperties', names.length > numberOr(schema.maxProperties, Number.POSITIVE_INFINITY))
    fail(
      'propertyNames',
      schema.propertyNames !== undefined && !names.every((name) => fits(schema.propertyNames, name)),
    )
    for (const [name, needed] of Object.entries(objectAt(schema, 'dependentRequired'))) {
      const missing = Array.isArray(needed) && needed.some((each) => !Object.hasOwn(value, String(each)))
      fail('dependentRequired', Object.hasOwn(value, name) && missing)
    }
    for (const [name, needed] of Object.entries(objectAt(schema, 'dependentSchemas'))) {
      fail('dependentSchemas', Object.hasOwn(value, name) && !fits(needed))
    }
    for (const [name, member] of Object.entries(value)) {
      const patterns = Object.entries(objectAt(schema, 'patternProperties'))
      const matching = patterns.filter(([pattern]) => new RegExp(pattern, 'u').test(name)).map(([, each]) => each)
      const described = [...(Object.hasOwn(properties, name) ? [properties[name]] : []), ...matching]
      for (const each of described.length > 0 ? described : [schema.additionalProperties]) at(each, member, name)
    }
  }
  return failures
}

/** The schemas in the array under a keyword, including `true` and `false`. */
export function branchesOf(schema: JsonObject, keyword: string): readonly unknown[] {
  const branches = schema[keyword]
  return Array.isArray(branches) ? branches : []
}

/** The types that a schema allows; empty for any. */
export function typesOf({ type, nullable }: JsonObject): readonly string[] {
  const types = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')
  return nullable === true && types.length > 0 ? [...types, 'null'] : types
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
