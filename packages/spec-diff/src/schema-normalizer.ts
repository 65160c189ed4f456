import { createHash } from 'node:crypto'
import { merge } from 'allof-merge'
import { conditionsKey, takeConditions } from './conditions.ts'
import { isArray, isObject, type JsonObject, objectAt } from './json.ts'
import { normalizeKeywords } from './normalize-keywords.ts'
import { typesOf } from './normalize-schema.ts'
import { resolveReference } from './reference.ts'
import { isVersion30 } from './supported-version.ts'

/** Normalizes the schemas of a document for the comparison. */
export interface SchemaNormalizer {
  /** Normalizes a schema. The schemas that it refers to are in `named`. */
  readonly normalize: (schema: unknown) => JsonObject
  /** The normalized schemas that are referred to as `#/schemas/<name>`. */
  readonly named: Readonly<Record<string, JsonObject>>
}

/**
 * Creates a normalizer that removes `allOf` and keywords beside a `$ref`: each combination of schemas becomes a named schema. So a schema
 * may refer to itself in any way, and nothing is written out twice.
 */
export function createSchemaNormalizer(document: JsonObject): SchemaNormalizer {
  const named: Record<string, JsonObject> = {}
  const ignoresBeside = isVersion30(document)

  function normalize(schema: unknown): JsonObject {
    if (allowsNothing(schema)) return { [nothingKey]: true }
    if (!isObject(schema)) return {}
    if (!isCombination(schema)) return normalizeKeywords(schema, { normalize, partsOf })
    const name = nameOf(schema)
    if (!Object.hasOwn(named, name)) {
      named[name] = {} // reserved, in case the schema refers to itself
      named[name] = withSources(normalize(merged(partsOf(schema))), sourcesOf(schema))
    }
    return { $ref: `#/schemas/${name}` }
  }

  /** Returns the name of the schema from which each property of a combination originates. */
  function sourcesOf(schema: unknown, within = '', seen: readonly string[] = []): ReadonlyMap<string, string> {
    if (!isObject(schema)) return new Map()
    const { $ref, allOf } = schema
    const referred = typeof $ref === 'string' ? baseName($ref) : within
    return new Map([
      ...Object.keys(objectAt(schema, 'properties')).map((property): [string, string] => [property, within]),
      ...(isArray(allOf) ? allOf.flatMap((part) => [...sourcesOf(part, within, seen)]) : []),
      ...(typeof $ref === 'string' && !seen.includes($ref)
        ? sourcesOf(resolveReference(document, $ref), referred, [...seen, $ref])
        : []),
    ])
  }

  /** Returns the schemas that a combination requires to match: the target of its reference, those in `allOf`, and its other keywords. */
  function partsOf(schema: unknown, seen: readonly string[] = []): readonly unknown[] {
    if (!isObject(schema)) return [schema]
    const { $ref, allOf, ...beside } = typeof schema.$ref === 'string' && ignoresBeside ? { $ref: schema.$ref } : schema
    const [alternative, own] = takeOnlyAlternative(beside)
    return [
      ...(typeof $ref === 'string' && !seen.includes($ref)
        ? partsOf(resolveReference(document, $ref), [...seen, $ref])
        : []),
      ...(isArray(allOf) ? allOf.flatMap((part) => partsOf(part, seen)) : []),
      ...(alternative === undefined ? [] : partsOf(alternative, seen)),
      ...(Object.keys(own).length > 0 ? [withNullInType(own)] : []),
    ]
  }

  return { normalize, named }
}

/** Marks a schema that no value matches. */
export const nothingKey = '@nothing'

function allowsNothing(schema: unknown): boolean {
  if (!isObject(schema)) return schema === false
  const { not } = schema
  return not === true || (isObject(not) && Object.keys(not).length === 0)
}

function isCombination(schema: JsonObject): boolean {
  return typeof schema.$ref === 'string' || isArray(schema.allOf) || takeOnlyAlternative(schema)[0] !== undefined
}

/** Extracts the alternative if there is only one to choose from. */
function takeOnlyAlternative(schema: JsonObject): readonly [alternative: unknown, beside: JsonObject] {
  for (const keyword of ['anyOf', 'oneOf']) {
    const { [keyword]: alternatives, ...beside } = schema
    if (isArray(alternatives) && alternatives.length === 1) return [alternatives[0], beside]
  }
  return [undefined, schema]
}

/** Applies `nullable` of OpenAPI 3.0, which adds null to the type beside it and has no effect without one. */
function withNullInType({ nullable, ...schema }: JsonObject): JsonObject {
  return nullable === true && schema.type !== undefined
    ? { ...schema, type: [...typesOf(schema.type), 'null'] }
    : schema
}

/** Merges parts into one schema. Independent conditions are not merged with each other: all of them apply. */
function merged(parts: readonly unknown[]): unknown {
  if (parts.length < 2) return parts[0] ?? {}
  const taken = parts.map((part) => (isObject(part) ? takeConditions(part) : ([[], part] as const)))
  // If parts contradict each other, no value is valid.
  const schemas = taken.map(([, rest]) => rest).filter((rest) => !isObject(rest) || Object.keys(rest).length > 0)
  const one: unknown = schemas.length < 2 ? (schemas[0] ?? {}) : (merge({ allOf: schemas }) ?? false)
  const conditions = taken.flatMap(([own]) => own)
  return isObject(one) && conditions.length > 0 ? { ...one, [conditionsKey]: conditions } : one
}

/** Returns the name of the target, with a unique suffix if there are keywords beside the reference. */
function nameOf(schema: JsonObject): string {
  const { $ref, ...beside } = schema
  const base = typeof $ref === 'string' ? baseName($ref) : ''
  if (Object.keys(beside).length === 0) return base
  return `${base}+${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)}`
}

function baseName($ref: string): string {
  return $ref.replace(/^#\/(components\/schemas\/)?/, '').replaceAll(/[%~/#]/g, '.')
}

/** Records with each property the schema from which it originates, so that a change in that schema is reported once, however it is used. */
function withSources(schema: JsonObject, sources: ReadonlyMap<string, string>): JsonObject {
  const { properties } = schema
  if (!isObject(properties)) return schema
  const entries = Object.entries(properties).map(([name, entry]): [string, unknown] => {
    const source = sources.get(name)
    return [name, isObject(entry) && source ? { ...entry, source } : entry]
  })
  return { ...schema, properties: Object.fromEntries(entries) }
}
