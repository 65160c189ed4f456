import { isArray, isObject, type JsonObject, mapObject, objectAt } from './json.ts'
import { isPlainAnyOf, normalizeSchema, typesOf } from './normalize-schema.ts'

/** What the keywords of a schema are made plain with. */
export interface KeywordContext {
  /** Normalizes a nested schema. */
  readonly normalize: (schema: unknown) => JsonObject
  /** The schemas that a schema is a combination of. */
  readonly partsOf: (schema: unknown) => readonly unknown[]
}

/**
 * The keywords of a schema, so that what belongs together is in one place: each property with whether it has to be there, each set in one
 * order, and nothing that says no more than its absence.
 */
export function normalizeKeywords(schema: JsonObject, { normalize, partsOf }: KeywordContext): JsonObject {
  const { properties, required, type, enum: values, anyOf, ...rest } = normalizeSchema(schema)
  const { items, additionalProperties, patternProperties, propertyNames, ...simple } = rest
  const alternatives = isArray(anyOf)
    ? anyOf.map(normalize).flatMap((plain) => (isPlainAnyOf(plain) ? plain.anyOf : [plain]))
    : []
  return {
    ...withoutDefaults(simple),
    ...(type !== undefined && { type: typeSet(type) }),
    ...(isArray(values) && { enum: values.map((value) => JSON.stringify(value)).sort() }),
    ...(alternatives.length > 0 && { anyOf: alternatives }),
    ...(items !== undefined && { items: normalize(items) }),
    ...(propertyNames !== undefined && { propertyNames: normalize(propertyNames) }),
    ...(isObject(patternProperties) && { patternProperties: mapObject(patternProperties, normalize) }),
    ...others(additionalProperties, normalize),
    ...(isObject(properties) || isArray(required) ? { properties: propertiesOf(schema, { normalize, partsOf }) } : {}),
  }
}

function propertiesOf(schema: JsonObject, { normalize, partsOf }: KeywordContext): JsonObject {
  const properties = objectAt(schema, 'properties')
  const required = isArray(schema.required) ? schema.required.map(String) : []
  const entries = [...new Set([...Object.keys(properties), ...required])].map((name): [string, JsonObject] => {
    const about = partsOf(properties[name] ?? {}).filter(isObject)
    const entry = {
      required: required.includes(name),
      closed: schema.additionalProperties === false,
      readOnly: about.some((part) => part.readOnly === true),
      writeOnly: about.some((part) => part.writeOnly === true),
      schema: normalize(properties[name] ?? {}),
    }
    return [name, entry]
  })
  return Object.fromEntries(entries)
}

/** A number is an integer or another number, so a type that includes another shows as such. */
function typeSet(type: unknown): readonly string[] {
  const types = typesOf(type).flatMap((each) => (each === 'number' ? ['integer', 'number'] : [each]))
  return [...new Set(types)].sort()
}

function others(schema: unknown, normalize: KeywordContext['normalize']): JsonObject {
  if (schema === false) return { additionalProperties: false }
  const plain = normalize(schema)
  return Object.keys(plain).length > 0 ? { additionalProperties: plain } : {}
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
