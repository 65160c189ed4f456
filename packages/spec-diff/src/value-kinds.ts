import { isArray, isObject, type JsonObject } from './json.ts'
import { type ValueKind, valueKinds } from './parameter-style.ts'

const byType: Readonly<Record<string, ValueKind>> = { array: 'list', object: 'object' }

/** Returns the kinds of values that a normalized schema allows: all if it does not restrict them. */
export function valueKindsOf(
  schema: JsonObject | undefined,
  schemas: JsonObject,
  within: readonly string[] = [],
): readonly ValueKind[] {
  if (schema === undefined) return valueKinds
  const { $ref, type, anyOf, enum: values } = schema
  if (typeof $ref === 'string') {
    const name = $ref.slice('#/schemas/'.length)
    const target = schemas[name]
    return within.includes(name) || !isObject(target) ? valueKinds : valueKindsOf(target, schemas, [...within, name])
  }
  if (isArray(type)) return distinct(type.map((each) => byType[String(each)] ?? 'value'))
  if (isArray(values)) return distinct(values.map(kindOfText))
  if (!isArray(anyOf)) return valueKinds
  return distinct(anyOf.flatMap((each) => (isObject(each) ? valueKindsOf(each, schemas, within) : valueKinds)))
}

function kindOfText(json: unknown): ValueKind {
  const [first] = String(json)
  return first === '[' ? 'list' : first === '{' ? 'object' : 'value'
}

function distinct(kinds: readonly ValueKind[]): readonly ValueKind[] {
  return valueKinds.filter((kind) => kinds.includes(kind))
}
