import { createHash } from 'node:crypto'
import { merge } from 'allof-merge'
import { conditionsKey, takeConditions } from './conditions.ts'
import { isArray, isObject, type JsonObject, objectAt } from './json.ts'
import { normalizeKeywords } from './normalize-keywords.ts'
import { typesOf } from './normalize-schema.ts'
import { resolveReference } from './reference.ts'
import { isVersion30 } from './supported-version.ts'

/** Brings the schemas of one document into the form in which two documents are compared. */
export interface SchemaNormalizer {
  /** A schema in that form. What it refers to is in `named`. */
  readonly normalize: (schema: unknown) => JsonObject
  /** The schemas that are referred to, as `#/schemas/<name>`. */
  readonly named: Readonly<Record<string, JsonObject>>
}

/**
 * Schemas without `allOf`, and with nothing beside a `$ref`: each combination of schemas becomes one of its own. So a schema may refer to
 * itself, however it does, and nothing is written out twice.
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
      named[name] = {} // taken, should the schema refer to itself
      named[name] = withSources(normalize(merged(partsOf(schema))), sourcesOf(schema))
    }
    return { $ref: `#/schemas/${name}` }
  }

  /** The names of the schemas that properties come from, where a schema is a combination of several. */
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

  /** The schemas that all have to hold: what is referred to, what `allOf` lists, and what stands beside. */
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

/** Says of a schema that no value matches it. */
export const nothingKey = '@nothing'

function allowsNothing(schema: unknown): boolean {
  if (!isObject(schema)) return schema === false
  const { not } = schema
  return not === true || (isObject(not) && Object.keys(not).length === 0)
}

function isCombination(schema: JsonObject): boolean {
  return typeof schema.$ref === 'string' || isArray(schema.allOf) || takeOnlyAlternative(schema)[0] !== undefined
}

/** The one of several, where there is just one to choose from. */
function takeOnlyAlternative(schema: JsonObject): readonly [alternative: unknown, beside: JsonObject] {
  for (const keyword of ['anyOf', 'oneOf']) {
    const { [keyword]: alternatives, ...beside } = schema
    if (isArray(alternatives) && alternatives.length === 1) return [alternatives[0], beside]
  }
  return [undefined, schema]
}

/** What OpenAPI 3.0 calls `nullable` adds null to the type beside it, and says nothing where there is none. */
function withNullInType({ nullable, ...schema }: JsonObject): JsonObject {
  return nullable === true && schema.type !== undefined
    ? { ...schema, type: [...typesOf(schema.type), 'null'] }
    : schema
}

/** Parts as one schema. Demands of their own are not merged with each other: all of them hold. */
function merged(parts: readonly unknown[]): unknown {
  if (parts.length < 2) return parts[0] ?? {}
  const taken = parts.map((part) => (isObject(part) ? takeConditions(part) : ([[], part] as const)))
  // Parts that contradict each other leave nothing that is valid.
  const schemas = taken.map(([, rest]) => rest).filter((rest) => !isObject(rest) || Object.keys(rest).length > 0)
  const one: unknown = schemas.length < 2 ? (schemas[0] ?? {}) : (merge({ allOf: schemas }) ?? false)
  const conditions = taken.flatMap(([own]) => own)
  return isObject(one) && conditions.length > 0 ? { ...one, [conditionsKey]: conditions } : one
}

/** The name of what is referred to, with a mark of its own for what else is said there. */
function nameOf(schema: JsonObject): string {
  const { $ref, ...beside } = schema
  const base = typeof $ref === 'string' ? baseName($ref) : ''
  if (Object.keys(beside).length === 0) return base
  return `${base}+${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)}`
}

function baseName($ref: string): string {
  return $ref.replace(/^#\/(components\/schemas\/)?/, '').replaceAll(/[%~/#]/g, '.')
}

/** Notes with each property which schema it comes from, so that a change of that schema is said once, whatever is made of it. */
function withSources(schema: JsonObject, sources: ReadonlyMap<string, string>): JsonObject {
  const { properties } = schema
  if (!isObject(properties)) return schema
  const entries = Object.entries(properties).map(([name, entry]): [string, unknown] => {
    const source = sources.get(name)
    return [name, isObject(entry) && source ? { ...entry, source } : entry]
  })
  return { ...schema, properties: Object.fromEntries(entries) }
}
