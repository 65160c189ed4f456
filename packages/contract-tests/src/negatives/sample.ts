import { dereference, type JsonObject, objectAt, objectsAt } from '@partner-upgrades/spec-diff/document'
import { requiredOf, typesOf } from './evaluate.ts'

/** A value that a schema allows: its own example where it has one, and else made of its parts, optional properties included. */
export function sampleOf(document: JsonObject, reference: unknown, depth = 0): unknown {
  const schema = dereference(document, reference)
  const { examples, example, enum: values } = schema
  if (schema.const !== undefined) return schema.const
  if (schema.default !== undefined) return schema.default
  if (Array.isArray(values)) return values[0]
  if (Array.isArray(examples) && examples.length > 0) return examples[0]
  if (example !== undefined) return example
  const [branch] = [...objectsAt(schema, 'oneOf'), ...objectsAt(schema, 'anyOf')]
  if (branch !== undefined) return sampleOf(document, branch, depth)
  return ofType(document, schema, depth)
}

function ofType(document: JsonObject, schema: JsonObject, depth: number): unknown {
  const [type = schema.properties === undefined ? 'string' : 'object'] = typesOf(schema)
  switch (type) {
    case 'object':
      return objectSample(document, schema, depth)
    case 'array':
      return depth > 4 || schema.items === undefined ? [] : [sampleOf(document, schema.items, depth + 1)]
    case 'integer':
    case 'number':
      return Number(schema.minimum ?? schema.maximum ?? 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return 'x'.repeat(Math.max(1, Number(schema.minLength ?? 1)))
  }
}

function objectSample(document: JsonObject, schema: JsonObject, depth: number): JsonObject {
  const required = requiredOf(schema)
  const parts = [schema, ...objectsAt(schema, 'allOf').map((part) => dereference(document, part))]
  const entries = parts
    .flatMap((part) => Object.entries(objectAt(part, 'properties')))
    // Schemas may contain themselves: deep down, only what must be there is.
    .filter(([name]) => depth < 3 || required.includes(name))
  return Object.fromEntries(entries.map(([name, property]) => [name, sampleOf(document, property, depth + 1)]))
}
