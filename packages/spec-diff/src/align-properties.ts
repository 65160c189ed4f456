import type { CompareTransformResolver } from 'api-smart-diff'
import { isObject, type JsonObject, objectAt } from './json.ts'

/**
 * Before two object schemas are compared, adds each property that only one of them names to the other, with the schema that applies to
 * it there by a pattern or `additionalProperties`. So `x: { type: integer }` added to `additionalProperties: { type: string }` is a
 * change of type.
 *
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.2
 */
export const alignProperties: CompareTransformResolver = (before, after) => [
  withNamed(before, after),
  withNamed(after, before),
]

function withNamed(schema: unknown, other: unknown): unknown {
  if (!isObject(schema) || !isObject(other)) return schema
  const own = objectAt(schema, 'properties')
  const added = Object.keys(objectAt(other, 'properties')).flatMap((name) => {
    const unnamed = Object.hasOwn(own, name) ? undefined : schemaForOthers(schema, name)
    if (unnamed === undefined) return []
    const closed = schema.additionalProperties === false
    return [
      [name, { required: false, closed, readOnly: false, writeOnly: false, source: '', schema: unnamed }] as const,
    ]
  })
  return added.length === 0 ? schema : { ...schema, properties: { ...own, ...Object.fromEntries(added) } }
}

/** Returns the schema that applies to a property that an object schema does not name; undefined if there is none, or if it is forbidden. */
function schemaForOthers(schema: JsonObject, name: string): JsonObject | undefined {
  const byPattern = Object.entries(objectAt(schema, 'patternProperties')).filter(([pattern]) => matches(pattern, name))
  const found = byPattern.length > 0 ? byPattern.map(([, each]) => each) : [schema.additionalProperties]
  const [only] = found.filter(isObject)
  return found.length === 1 && only !== undefined ? structuredClone(only) : undefined
}

function matches(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, 'u').test(name)
  } catch {
    return false
  }
}
