import { isArray, isObject, type JsonObject } from '../json.ts'
import { openValues } from './open-values.ts'

/** Keywords that belong to a schema as a whole, not to one of its alternatives: they tell, and demand nothing of a value. */
const telling = /^(title|description|default|examples?|externalDocs|deprecated|readOnly|writeOnly|\$comment|x-.*)$/

/**
 * The same schema, in one form of the several that mean the same: what may be null as an alternative (also OpenAPI 3.0's `nullable`), `oneOf`
 * as `anyOf`, `const` as `enum`, bounds without booleans, sets of values that are open as `x-known-values`.
 */
export function toOneForm(schema: JsonObject): JsonObject {
  return withNullApart(openValues(withoutSynonyms(schema)))
}

function withoutSynonyms({ nullable, oneOf, const: only, ...rest }: JsonObject): JsonObject {
  const types = typesOf(rest.type)
  const alternatives = [rest.anyOf ?? [], oneOf ?? []].flat()
  return {
    ...rest,
    ...exclusive(rest, 'Minimum'),
    ...exclusive(rest, 'Maximum'),
    ...(only !== undefined && { enum: [only] }),
    ...(types.length > 0 && { type: nullable === true ? [...types, 'null'] : types }),
    ...(alternatives.length > 0 && { anyOf: alternatives }),
  }
}

/** OpenAPI 3.0 says with a boolean whether a bound is exclusive. */
function exclusive(schema: JsonObject, bound: 'Minimum' | 'Maximum'): JsonObject {
  const { [`exclusive${bound}`]: flag, [bound.toLowerCase()]: limit } = schema
  if (typeof flag !== 'boolean') return {}
  return flag
    ? { [`exclusive${bound}`]: limit, [bound.toLowerCase()]: undefined }
    : { [`exclusive${bound}`]: undefined }
}

function withNullApart(schema: JsonObject): JsonObject {
  const types = typesOf(schema.type)
  if (!types.includes('null') || types.length === 1) return schema
  const [told, { enum: values, ...demanded }] = toldAndDemanded(schema)
  const own = {
    ...demanded,
    type: types.filter((type) => type !== 'null'),
    ...(isArray(values) && { enum: values.filter((value) => value !== null) }),
  }
  return isArray(values) && !values.includes(null) ? { ...told, ...own } : { ...told, anyOf: [own, { type: ['null'] }] }
}

/** The keywords of a schema in two halves. */
export function toldAndDemanded(schema: JsonObject): readonly [told: JsonObject, demanded: JsonObject] {
  const half = (tells: boolean) =>
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => telling.test(keyword) === tells))
  return [half(true), half(false)]
}

/** Whether a schema demands nothing but that one of its alternatives holds. */
export function isChoice(schema: unknown): schema is { readonly anyOf: readonly unknown[] } {
  if (!isObject(schema) || !isArray(schema.anyOf)) return false
  return Object.keys(schema).every((keyword) => keyword === 'anyOf' || telling.test(keyword))
}

/** The types of a schema, as a list. */
export function typesOf(type: unknown): readonly string[] {
  return [type].flat().filter((each) => typeof each === 'string')
}
