import { sortedText } from './canonical-schema.ts'
import { conditionsKey, normalizeConditions, takeConditions } from './conditions.ts'
import { areDisjoint } from './disjoint-schemas.ts'
import { isArray, isObject, type JsonObject, mapObject, objectAt } from './json.ts'
import { exclusiveKey, isPlainAnyOf, normalizeSchema, typesOf } from './normalize-schema.ts'

/** The functions that the normalization of keywords depends on. */
export interface KeywordContext {
  /** Normalizes a nested schema. */
  readonly normalize: (schema: unknown) => JsonObject
  /** Returns the schemas that a schema combines. */
  readonly partsOf: (schema: unknown) => readonly unknown[]
}

/**
 * Normalizes the keywords of a schema: each property records whether it is required, sets are sorted, and keywords that are equivalent to
 * their absence are removed.
 */
export function normalizeKeywords(schema: JsonObject, { normalize, partsOf }: KeywordContext): JsonObject {
  const [conditions, plainSchema] = takeConditions(
    normalizeSchema(schema, (alternatives) => areDisjoint(alternatives, partsOf)),
  )
  const { properties, required, type, enum: values, anyOf, ...rest } = plainSchema
  const { items, additionalProperties, patternProperties, propertyNames, $defs, $anchor, ...simple } = rest
  const { [exclusiveKey]: exclusive, unevaluatedProperties, unevaluatedItems, ...plain } = simple
  const alternatives = alternativesOf(anyOf, exclusive === true, normalize)
  return {
    ...withoutDefaults(plain),
    ...(type !== undefined && { type: typeSet(type) }),
    ...(isArray(values) && { enum: [...new Set(values.map(sortedText))].sort() }),
    ...(alternatives.length > 0 && { anyOf: alternatives, ...(exclusive === true && { [exclusiveKey]: true }) }),
    ...limited('items', items, normalize),
    ...limited('unevaluatedItems', unevaluatedItems, normalize),
    ...limited('unevaluatedProperties', unevaluatedProperties, normalize),
    ...limited('propertyNames', propertyNames, normalize),
    ...(isObject(patternProperties) && { patternProperties: limitedMap(patternProperties, normalize) }),
    ...others(additionalProperties, normalize),
    ...(isObject(properties) || isArray(required) ? { properties: propertiesOf(schema, { normalize, partsOf }) } : {}),
    ...(conditions.length > 0 && { [conditionsKey]: normalizeConditions(conditions, normalize) }),
  }
}

/** Flattens nested alternatives; returns none if one of them allows everything, since the choice then does, too. */
function alternativesOf(
  anyOf: unknown,
  exclusive: boolean,
  normalize: KeywordContext['normalize'],
): readonly unknown[] {
  if (!isArray(anyOf)) return []
  const alternatives = anyOf.map(normalize)
  if (exclusive) return alternatives
  if (alternatives.some(allowsAll)) return []
  return alternatives.flatMap((plain) => (isPlainAnyOf(plain) ? plain.anyOf : [plain]))
}

/** Normalizes a keyword with a schema; drops it if the schema allows everything, such as `true` or `{}`. */
function limited(keyword: string, schema: unknown, normalize: KeywordContext['normalize']): JsonObject {
  if (schema === undefined) return {}
  const plain = normalize(schema)
  return allowsAll(plain) ? {} : { [keyword]: plain }
}

function limitedMap(schemas: JsonObject, normalize: KeywordContext['normalize']): JsonObject {
  const entries = Object.entries(mapObject(schemas, normalize))
  return Object.fromEntries(entries.filter(([, plain]) => !allowsAll(plain)))
}

/** Whether a normalized schema constrains nothing, apart from texts for readers. */
function allowsAll(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) =>
    /^(?:title|description|default|examples?|externalDocs|deprecated|\$comment)$/.test(keyword),
  )
}

function propertiesOf(schema: JsonObject, { normalize, partsOf }: KeywordContext): JsonObject {
  const properties = objectAt(schema, 'properties')
  const required = isArray(schema.required) ? schema.required.map(String) : []
  const entries = [...new Set([...Object.keys(properties), ...required])].map((name): [string, JsonObject] => {
    const about = partsOf(properties[name] ?? {}).filter(isObject)
    const entry = {
      required: required.includes(name),
      closed: schema.additionalProperties === false || schema.unevaluatedProperties === false,
      readOnly: about.some((part) => part.readOnly === true),
      writeOnly: about.some((part) => part.writeOnly === true),
      source: '',
      schema: normalize(properties[name] ?? {}),
    }
    return [name, entry]
  })
  return Object.fromEntries(entries)
}

/** Normalizes types to a sorted set. `number` also adds `integer`, so that a type that includes another is a superset of it. */
function typeSet(type: unknown): readonly string[] {
  const types = typesOf(type).flatMap((each) => (each === 'number' ? ['integer', 'number'] : [each]))
  return [...new Set(types)].sort()
}

function others(schema: unknown, normalize: KeywordContext['normalize']): JsonObject {
  if (schema === false) return { additionalProperties: false }
  return limited('additionalProperties', schema, normalize)
}

const meaningless: Readonly<Record<string, unknown>> = {
  uniqueItems: false,
  deprecated: false,
  'x-case-insensitive': false,
  minLength: 0,
  minItems: 0,
  minProperties: 0,
}

function withoutDefaults(schema: JsonObject): JsonObject {
  const flags = ['readOnly', 'writeOnly']
  const said = Object.entries(schema).filter(
    ([keyword, value]) => value !== undefined && value !== meaningless[keyword] && !flags.includes(keyword),
  )
  return Object.fromEntries(said)
}
