import { conditionsKey } from './conditions.ts'
import { isArray, isObject, type JsonObject } from './json.ts'
import { normalizeKnownValues } from './known-values.ts'

/** Matches annotations, which belong to a schema as a whole, not to one of its alternatives, and constrain nothing. */
const annotationKeywords =
  /^(title|description|default|examples?|externalDocs|deprecated|readOnly|writeOnly|\$comment|x-.*)$/

/**
 * Rewrites a schema so that equivalent schemas look alike: null (also OpenAPI 3.0's `nullable`) as an alternative, `oneOf` as `anyOf`
 * (marked if a value could match several), `const` as `enum`, exclusive bounds as numbers, open sets of values as `x-known-values`.
 */
export function normalizeSchema(
  schema: JsonObject,
  areDisjoint: (alternatives: readonly unknown[]) => boolean,
): JsonObject {
  return withNullApart(normalizeKnownValues(withoutSynonyms(schema, areDisjoint)))
}

/** Marks a schema with alternatives of which exactly one must match; set only if a value could match several. */
export const exclusiveKey = '@exclusive'

function withoutSynonyms(
  { nullable, oneOf, const: only, ...rest }: JsonObject,
  areDisjoint: (alternatives: readonly unknown[]) => boolean,
): JsonObject {
  const types = typesOf(rest.type)
  // Both at once are two constraints; the second is kept as a condition.
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

/** Converts an exclusive bound of OpenAPI 3.0, which is a boolean, to a number. */
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

/** Whether a schema is only a choice between alternatives, of which at least one, or exactly one, must match. */
export function isChoice(schema: unknown): schema is JsonObject & { readonly anyOf: readonly unknown[] } {
  if (!isObject(schema) || !isArray(schema.anyOf)) return false
  const own = ['anyOf', exclusiveKey, 'discriminator']
  return Object.keys(schema).every((keyword) => own.includes(keyword) || annotationKeywords.test(keyword))
}

/** Returns the types of a schema, as a list. */
export function typesOf(type: unknown): readonly string[] {
  return [type].flat().filter((each) => typeof each === 'string')
}
