import { isArray, isObject, isText, type Json, type JsonObject, listAt } from '../grammar/json.ts'
import type { Parameter } from '../runtime/model.ts'
import type { Reader } from './reader.ts'

export type Scalar = Exclude<Parameter['type'], 'array'>

/** How text becomes a value of a schema; undefined if the schema leaves that open. */
export function typeOf(schema: Json, reader: Reader): { type: Scalar } | { type: 'array'; items: Scalar } | undefined {
  if (takesAnyText(schema, reader, 0)) return { type: 'string' }
  const types = [...typesOf(schema, reader, 0)].filter((type) => type !== 'null')
  const [type, ...others] = types.includes('number') ? types.filter((name) => name !== 'integer') : types
  if (type === undefined || others.length > 0) return undefined
  if (type !== 'array') return isScalar(type) ? { type } : undefined
  const items = itemsOf(schema, reader, 0)
  const item = items === undefined ? undefined : typeOf(items, reader)
  return item && item.type !== 'array' ? { type, items: item.type } : undefined
}

/** Whether one alternative is any text whatever: then text needs no reading to fit. */
function takesAnyText(schema: Json, reader: Reader, depth: number): boolean {
  if (!isObject(schema) || depth > deepest) return false
  const { anyOf, oneOf, type, ...rest } = isText(schema.$ref) ? reader.follow(schema) : schema
  if (type === 'string') return !Object.keys(rest).some((keyword) => constraints.has(keyword))
  return [anyOf, oneOf].some((list) => isArray(list) && list.some((part) => takesAnyText(part, reader, depth + 1)))
}

const constraints = new Set([
  'enum',
  'const',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'allOf',
  'not',
  'if',
  '$ref',
])

function isScalar(type: string): type is Scalar {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean'
}

const deepest = 50

/** The types a value may have; empty if any. */
function typesOf(schema: Json, reader: Reader, depth: number): ReadonlySet<string> {
  if (!isObject(schema) || depth > deepest) return new Set()
  const stated = isArray(schema.type) ? schema.type.filter(isText) : isText(schema.type) ? [schema.type] : []
  if (stated.length > 0) return new Set(stated)
  const values = schema.const === undefined ? schema.enum : [schema.const]
  if (isArray(values)) return new Set(values.map(typeOfValue))
  const referred = isText(schema.$ref) ? typesOf(reader.follow(schema), reader, depth + 1) : new Set<string>()
  if (referred.size > 0) return referred
  for (const part of listAt(schema, 'allOf')) {
    const types = typesOf(part, reader, depth + 1)
    if (types.size > 0) return types
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = listAt(schema, keyword).map((part) => typesOf(part, reader, depth + 1))
    if (alternatives.length > 0 && alternatives.every((types) => types.size > 0)) {
      return new Set(alternatives.flatMap((types) => [...types]))
    }
  }
  return new Set()
}

function typeOfValue(value: Json): string {
  if (value === null) return 'null'
  if (isArray(value)) return 'array'
  return Number.isInteger(value) ? 'integer' : typeof value
}

function itemsOf(schema: Json | undefined, reader: Reader, depth: number): Json | undefined {
  if (!isObject(schema) || depth > deepest) return undefined
  if (schema.items !== undefined) return schema.items
  const parts: JsonObject[] = isText(schema.$ref) ? [reader.follow(schema)] : []
  for (const part of [...parts, ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listAt(schema, keyword))]) {
    const items = itemsOf(part, reader, depth + 1)
    if (items !== undefined) return items
  }
  return undefined
}
