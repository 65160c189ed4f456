import {
  dereference,
  isArray,
  isObject,
  type JsonObject,
  objectAt,
  resolveReference,
} from '@partner-upgrades/spec-diff/document'

/** The schemas that may apply to one value: a schema, what it refers to, and what it is composed of. */
export type Parts = readonly JsonObject[]

/** Follows the references of a document. */
export interface SchemaReader {
  /** Returns the object that a local reference points to; the object itself if it is not a reference. */
  follow(value: JsonObject): JsonObject
  /** Returns the schemas that may apply to a value of this schema. */
  partsOf(schema: unknown): Parts
}

/**
 * Reads the schemas of a bundled document.
 *
 * @throws {DocumentError} from its methods, if a reference points to nothing, or out of the document.
 */
export function createSchemaReader(document: JsonObject): SchemaReader {
  function collect(schema: unknown, parts: Set<JsonObject>): void {
    if (!isObject(schema) || parts.has(schema)) return
    parts.add(schema)
    if (typeof schema.$ref === 'string') collect(resolveReference(document, schema.$ref), parts)
    for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
      const members = schema[keyword]
      if (isArray(members)) for (const member of members) collect(member, parts)
    }
    for (const keyword of ['if', 'then', 'else']) collect(schema[keyword], parts)
    for (const dependent of Object.values(objectAt(schema, 'dependentSchemas'))) collect(dependent, parts)
  }

  return {
    follow: (value) => dereference(document, value),
    partsOf(schema) {
      const parts = new Set<JsonObject>()
      collect(schema, parts)
      return [...parts]
    },
  }
}

/** Returns the schemas of a property; undefined if some part lists properties, but none declares this one. */
export function schemasOfProperty(parts: Parts, name: string): readonly unknown[] | undefined {
  const schemas: unknown[] = []
  let open = true
  for (const part of parts) {
    const { additionalProperties } = part
    const properties = objectAt(part, 'properties')
    const patterns = Object.entries(objectAt(part, 'patternProperties'))
    if ('properties' in part) open = false
    if (Object.hasOwn(properties, name)) schemas.push(properties[name])
    else if (isObject(additionalProperties)) schemas.push(additionalProperties)
    for (const [pattern, schema] of patterns) if (new RegExp(pattern, 'u').test(name)) schemas.push(schema)
  }
  return schemas.length > 0 || open ? schemas : undefined
}

/** Returns the schemas of a list item. */
export function schemasOfItem(parts: Parts, index: number): readonly unknown[] {
  return parts.flatMap(({ items, prefixItems }) => {
    const own = isArray(prefixItems) ? prefixItems[index] : undefined
    return own ?? items ?? []
  })
}

/** Returns a test for the known values of an open set; undefined if no part lists any. */
export function knownValues(parts: Parts): ((value: string) => boolean) | undefined {
  const listing = parts.filter((part) => isArray(part['x-known-values']))
  if (listing.length === 0) return undefined
  return (value) =>
    listing.some((part) => {
      const anyCase = part['x-case-insensitive'] === true
      const fold = (text: unknown) => (anyCase ? String(text).toLowerCase() : String(text))
      const values = part['x-known-values']
      return isArray(values) && values.some((known) => isObject(known) && fold(known.value) === fold(value))
    })
}
