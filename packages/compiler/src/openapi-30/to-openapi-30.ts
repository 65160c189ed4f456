import { dereference } from '../grammar/dereference.ts'
import { isArray, isObject, isText, type Json, type JsonObject, objectAt } from '../grammar/json.ts'
import type { NodeType, ObjectType } from '../grammar/node-type.ts'
import { openApiObject } from '../grammar/openapi-object.ts'
import { schemaObject } from '../grammar/schema-object.ts'
import type { Complain } from './keywords.ts'
import { lackingIn, rewrittenObjects } from './objects.ts'
import { createSchemaConverter } from './schema-object.ts'

/**
 * Converts a bundled document from OpenAPI 3.1 to 3.0.3, the newest 3.0 that Azure API Management accepts. Components other than schemas
 * are inlined, since API Management and other tools ignore them; except security schemes, which can only be referred to by name.
 */
export function toOpenApi30(document: JsonObject, complain: Complain): JsonObject {
  const converter = createSchemaConverter(objectAt(objectAt(document, 'components'), 'schemas'), complain)

  function visit(value: Json, type: NodeType): Json {
    if (type === schemaObject) return converter.convert(value)
    if (type === 'any') return checkOpaque(value)
    if (typeof type === 'string' || type.is === 'unsupported') return value
    if (type.is === 'list') return isArray(value) ? value.map((item) => visit(item, type.of)) : value
    if (!isObject(value)) return value
    if (type.is === 'map') return visitMembers(value, (key) => (isExtension(key, type.extensible) ? 'data' : type.of))
    return visitObject(type.referenceable ? dereference(value, document) : value, type)
  }

  function visitObject(value: JsonObject, type: ObjectType): JsonObject {
    for (const [key, message] of lackingIn[type.name]?.(value, document) ?? []) complain(value, key, message)
    const fields = type.fields()
    return visitMembers(rewrittenObjects[type.name]?.(value) ?? value, (key) =>
      isExtension(key, true) ? 'data' : (fields[key] ?? fields['*'] ?? 'data'),
    )
  }

  function visitMembers(value: JsonObject, typeOf: (key: string) => NodeType): JsonObject {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, visit(member, typeOf(key))]))
  }

  /** Rejects references in free-form content, whose targets may have been inlined. */
  function checkOpaque(value: Json): Json {
    if (isObject(value) && isText(value.$ref))
      complain(value, '$ref', 'is not followed here; write out what it refers to')
    for (const part of isObject(value) || isArray(value) ? Object.values(value) : []) checkOpaque(part)
    return value
  }

  const whole = visitObject(document, openApiObject)
  const components = objectAt(whole, 'components')
  const schemas = { ...objectAt(components, 'schemas'), ...Object.fromEntries(converter.nullable.values()) }
  const all = Object.keys(schemas).length > 0 ? { ...whole, components: { ...components, schemas } } : whole
  return withoutUnused(all, [...converter.nullable.keys()])
}

/** Removes schemas that were only used in unions with null, since their nullable variants replace them. */
function withoutUnused(document: JsonObject, candidates: readonly string[]): JsonObject {
  const components = objectAt(document, 'components')
  const schemas = objectAt(components, 'schemas')
  const text = JSON.stringify(document)
  const unused = candidates.filter((name) => schemas[name] && !text.includes(`"#/components/schemas/${name}"`))
  if (unused.length === 0) return document
  const used = Object.fromEntries(Object.entries(schemas).filter(([name]) => !unused.includes(name)))
  return { ...document, components: { ...components, schemas: used } }
}

function isExtension(key: string, extensible: boolean): boolean {
  return extensible && key.startsWith('x-')
}
