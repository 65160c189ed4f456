import { isArray, isObject, type Json, type JsonArray, type JsonObject, listAt } from '../grammar/json.ts'

/** The OpenAPI 3.0 schema of null: `nullable` only widens a `type` beside it, and `enum` narrows that again. */
export const nullSchema: JsonObject = { type: 'string', nullable: true, enum: [null] }

/** Returns the types that a schema of 3.1 lists; none if it has no `type`. */
export function typesOf(schema: JsonObject): JsonArray {
  return isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type]
}

/** Whether a schema of 3.1 means null and nothing else. */
export function isNull(schema: Json): boolean {
  if (!isObject(schema)) return false
  const { type, ...rest } = schema
  return type === 'null' && hasOnlyTexts(rest)
}

/** Whether a schema has only texts for readers, and extensions. */
export function hasOnlyTexts(schema: JsonObject): boolean {
  return Object.keys(schema).every((key) => ['title', 'description'].includes(key) || key.startsWith('x-'))
}

/** Whether null may be valid: not if only other types are listed, here or in every alternative. A reference may refer to anything. */
export function mayBeNull(schema: Json): boolean {
  if (!isObject(schema)) return true
  const types = typesOf(schema)
  if (types.length > 0) return types.includes('null')
  const branches = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')]
  return branches.length === 0 || branches.some(mayBeNull)
}

/** Widens a schema of 3.1 to accept null, too; undefined if changing one keyword does not achieve that. */
export function withNull(schema: JsonObject): JsonObject | undefined {
  const types = typesOf(schema)
  const combined = ['$ref', 'allOf', 'oneOf', 'anyOf', 'not'].filter((keyword) => schema[keyword] !== undefined)
  const [keyword] = combined
  if (types.length > 0 && keyword === undefined) return widen(schema, types)
  if (types.length > 0 || combined.length !== 1 || (keyword !== 'oneOf' && keyword !== 'anyOf')) return undefined
  const branches = listAt(schema, keyword)
  return { ...schema, [keyword]: branches.some(isNull) ? branches : [...branches, { type: 'null' }] }
}

function widen({ const: only, ...schema }: JsonObject, types: JsonArray): JsonObject {
  const values = only === undefined ? schema.enum : [only]
  return {
    ...schema,
    type: withItem(types, 'null'),
    ...(isArray(values) ? { enum: withItem(values, null) } : {}),
  }
}

function withItem(list: JsonArray, item: Json): JsonArray {
  return list.includes(item) ? list : [...list, item]
}
