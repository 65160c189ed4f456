import { isArray, isObject, isText, type Json, type JsonObject, listAt } from '../grammar/json.ts'
import type { Parameter } from '../runtime/model.ts'
import type { Reader } from './reader.ts'

export type Scalar = Exclude<Parameter['type'], 'array'>

/**
 * Determines how text is parsed for a schema; undefined if the schema leaves that open. No schema may contain itself in the same place,
 * so the search always ends.
 */
export function typeOf(schema: Json, reader: Reader): { type: Scalar } | { type: 'array'; items: Scalar } | undefined {
  const type = onlyTypeOf(schema, reader)
  if (type !== 'array') return isScalar(type) ? { type } : undefined
  const item = onlyTypeOf(itemsOf(schema, reader) ?? true, reader)
  return isScalar(item) ? { type, items: item } : undefined
}

/** Returns the type that all values except null have; undefined if there are several, or if any type is allowed. */
function onlyTypeOf(schema: Json, reader: Reader): string | undefined {
  if (takesAnyText(schema, reader)) return 'string'
  const types = [...typesOf(schema, reader)].filter((type) => type !== 'null')
  const [type, ...others] = types.includes('number') ? types.filter((name) => name !== 'integer') : types
  return others.length > 0 ? undefined : type
}

/** Whether one alternative accepts any string: then text is valid without parsing. */
function takesAnyText(schema: Json, reader: Reader): boolean {
  if (!isObject(schema)) return false
  const { anyOf, oneOf, type, ...rest } = reader.follow(schema)
  if (type === 'string') return !Object.keys(rest).some((keyword) => constraints.has(keyword))
  return [anyOf, oneOf].some((list) => isArray(list) && list.some((part) => takesAnyText(part, reader)))
}

const constraints = new Set(['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'allOf', 'not', 'if'])

function isScalar(type: string | undefined): type is Scalar {
  return type === 'string' || type === 'number' || type === 'integer' || type === 'boolean'
}

/** Returns the types that a value may have; empty if any type is allowed. */
function typesOf(schema: Json, reader: Reader): ReadonlySet<string> {
  if (!isObject(schema)) return new Set()
  const stated = isArray(schema.type) ? schema.type.filter(isText) : isText(schema.type) ? [schema.type] : []
  if (stated.length > 0) return new Set(stated)
  const values = schema.const === undefined ? schema.enum : [schema.const]
  if (isArray(values)) return new Set(values.map(typeOfValue))
  const referred = isText(schema.$ref) ? typesOf(reader.follow(schema), reader) : new Set<string>()
  if (referred.size > 0) return referred
  for (const part of listAt(schema, 'allOf')) {
    const types = typesOf(part, reader)
    if (types.size > 0) return types
  }
  for (const keyword of ['anyOf', 'oneOf']) {
    const alternatives = listAt(schema, keyword).map((part) => typesOf(part, reader))
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

function itemsOf(schema: Json, reader: Reader): Json | undefined {
  if (!isObject(schema)) return undefined
  if (schema.items !== undefined) return schema.items
  const parts: JsonObject[] = isText(schema.$ref) ? [reader.follow(schema)] : []
  for (const part of [...parts, ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listAt(schema, keyword))]) {
    const items = itemsOf(part, reader)
    if (items !== undefined) return items
  }
  return undefined
}
