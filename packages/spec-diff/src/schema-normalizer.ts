import { createHash } from 'node:crypto'
import { merge } from 'allof-merge'
import { isArray, isObject, type JsonObject } from './json.ts'
import { normalizeKeywords } from './normalize-keywords.ts'
import { resolveReference } from './reference.ts'

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

  function normalize(schema: unknown): JsonObject {
    if (schema === false) return { not: {} }
    if (!isObject(schema)) return {}
    if (!isCombination(schema)) return normalizeKeywords(schema, { normalize, partsOf })
    const name = nameOf(schema)
    if (!Object.hasOwn(named, name)) {
      named[name] = {} // taken, should the schema refer to itself
      named[name] = normalize(merged(partsOf(schema)))
    }
    return { $ref: `#/schemas/${name}` }
  }

  /** The schemas that all have to hold: what is referred to, what `allOf` lists, and what stands beside. */
  function partsOf(schema: unknown, seen: readonly string[] = []): readonly unknown[] {
    if (!isObject(schema)) return [schema]
    const { $ref, allOf, ...beside } = schema
    const [alternative, own] = takeOnlyAlternative(beside)
    return [
      ...(typeof $ref === 'string' && !seen.includes($ref)
        ? partsOf(resolveReference(document, $ref), [...seen, $ref])
        : []),
      ...(isArray(allOf) ? allOf.flatMap((part) => partsOf(part, seen)) : []),
      ...(alternative === undefined ? [] : partsOf(alternative, seen)),
      ...(Object.keys(own).length > 0 ? [own] : []),
    ]
  }

  return { normalize, named }
}

function isCombination(schema: JsonObject): boolean {
  return typeof schema.$ref === 'string' || isArray(schema.allOf) || takeOnlyAlternative(schema)[0] !== undefined
}

/** The one of several, where there is just one to choose from. */
function takeOnlyAlternative(schema: JsonObject): readonly [alternative: unknown, beside: JsonObject] {
  const { anyOf, oneOf, ...beside } = schema
  const [alternative, ...others] = [anyOf ?? [], oneOf ?? []].flat()
  return others.length > 0 ? [undefined, schema] : [alternative, beside]
}

function merged(parts: readonly unknown[]): unknown {
  if (parts.length < 2) return parts[0] ?? {}
  // Parts that contradict each other leave nothing that is valid.
  return merge({ allOf: [...parts] }) ?? false
}

/** The name of what is referred to, with a mark of its own for what else is said there. */
function nameOf(schema: JsonObject): string {
  const { $ref, ...beside } = schema
  const base =
    typeof $ref === 'string' ? $ref.replace(/^#\/(components\/schemas\/)?/, '').replaceAll(/[%~/#]/g, '.') : ''
  if (Object.keys(beside).length === 0) return base
  return `${base}+${createHash('sha256').update(JSON.stringify(schema)).digest('hex').slice(0, 16)}`
}
