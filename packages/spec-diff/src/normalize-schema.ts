import { conditionsKey } from './conditions.ts'
import { isArray, isObject, type JsonObject } from './json.ts'
import { normalizeKnownValues } from './known-values.ts'

/** Annotations: they belong to a schema as a whole, not to one of its alternatives, and constrain nothing. */
const annotationKeywords =
  /^(title|description|default|examples?|externalDocs|deprecated|readOnly|writeOnly|\$comment|x-.*)$/

/**
 * Rewrites a schema so that equal meanings look alike: null (also OpenAPI 3.0's `nullable`) as an alternative, `oneOf` as `anyOf` (marked where
 * a value could match several), `const` as `enum`, exclusive bounds as numbers, open sets of values as `x-known-values`.
 */
export function normalizeSchema(
  schema: JsonObject,
  areDisjoint: (alternatives: readonly unknown[]) => boolean,
): JsonObject {
  return withNullApart(normalizeKnownValues(withoutSynonyms(schema, areDisjoint)))
}

/** Says of a schema with alternatives that a value has to match exactly one: only where a value could match several. */
export const exclusiveKey = '@exclusive'

function withoutSynonyms(
  { nullable, oneOf, const: only, ...rest }: JsonObject,
  areDisjoint: (alternatives: readonly unknown[]) => boolean,
): JsonObject {
  const types = typesOf(rest.type)
  // Both at once are two demands; the second is kept as it is.
  const isBoth = isArray(rest.anyOf) && isArray(oneOf)
  const alternatives = [rest.anyOf ?? oneOf ?? []].flat()
  const isExclusive = rest.anyOf === undefined && isArray(oneOf) && !areDisjoint(oneOf)
  return {
    ...rest,
    ...(isExclusive && { [exclusiveKey]: true }),
    ...(isBoth && { [conditionsKey]: [...(isArray(rest[conditionsKey]) ? rest[conditionsKey] : []), { oneOf }] }),
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
  const [annotations, { enum: values, ...constraints }] = splitAnnotations(schema)
  const own = {
    ...constraints,
    type: types.filter((type) => type !== 'null'),
    ...(isArray(values) && { enum: values.filter((value) => value !== null) }),
  }
  return isArray(values) && !values.includes(null)
    ? { ...annotations, ...own }
    : { ...annotations, anyOf: [own, { type: ['null'] }] }
}

/** Separates the annotations of a schema from its constraints. */
export function splitAnnotations(schema: JsonObject): readonly [annotations: JsonObject, constraints: JsonObject] {
  const half = (isAnnotation: boolean) =>
    Object.fromEntries(Object.entries(schema).filter(([keyword]) => annotationKeywords.test(keyword) === isAnnotation))
  return [half(true), half(false)]
}

/** Whether a schema has no constraint but `anyOf`. */
export function isPlainAnyOf(schema: unknown): schema is { readonly anyOf: readonly unknown[] } {
  return isChoice(schema) && schema[exclusiveKey] !== true && schema.discriminator === undefined
}

/** Whether a schema is nothing but a choice: of one or several alternatives, or of exactly one. */
export function isChoice(schema: unknown): schema is JsonObject & { readonly anyOf: readonly unknown[] } {
  if (!isObject(schema) || !isArray(schema.anyOf)) return false
  const own = ['anyOf', exclusiveKey, 'discriminator']
  return Object.keys(schema).every((keyword) => own.includes(keyword) || annotationKeywords.test(keyword))
}

/** The types of a schema, as a list. */
export function typesOf(type: unknown): readonly string[] {
  return [type].flat().filter((each) => typeof each === 'string')
}
