import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import { camelCase, createNames } from '../grammar/identifiers.ts'
import {
  fromPointer,
  isArray,
  isObject,
  isText,
  type Json,
  type JsonObject,
  objectAt,
  valueAt,
} from '../grammar/json.ts'
import { mapSubschemas } from '../grammar/map-subschemas.ts'
import type { Bundle } from '../load/bundle.ts'
import { hoverText } from './hover-text.ts'

/**
 * Generates the types of a bundled document with openapi-typescript.
 *
 * @param takesNull whether null is valid against a schema
 */
export async function toTypes(bundle: Bundle, takesNull: (schema: JsonObject) => boolean): Promise<string> {
  // openapi-typescript modifies its input.
  const copy: unknown = adaptDocument(bundle, takesNull)
  if (!isDocument(copy)) throw new TypeError('a document says which OpenAPI it is')
  return astToString(await openapiTS(copy, { alphabetize: false, silent: true, transform: typeOfSchema }))
}

/**
 * Copies the document without what openapi-typescript cannot handle: schemas that are `true` or `false`, mappings to plain names,
 * references into a schema, `nullable` without effect, and extensions, in which it would follow references.
 */
function adaptDocument({ document, schemas, extensions }: Bundle, takesNull: (schema: JsonObject) => boolean): Json {
  const known = new Set(schemas)
  const section = objectAt(objectAt(document, 'components'), 'schemas')
  const freeName = createNames(Object.keys(section))
  const names = new Map<string, string>()
  const more: Record<string, Json> = {}

  function adapt(value: Json): Json {
    if (isArray(value)) return value.map(adapt)
    if (!isObject(value)) return value
    const isSchema = known.has(value)
    const members = Object.entries(value).flatMap(([key, member]): readonly (readonly [string, Json])[] => {
      if (typeof member === 'object' && member !== null && extensions.has(member)) return []
      if (!isSchema) return [[key, adapt(member)]]
      if (key === '$ref' && isText(member)) return [[key, shallowReference(member)]]
      if (key === 'nullable' && member === true && !takesNull(value)) return []
      return [[key, adapt(adaptKeyword(key, member))]]
    })
    const description = isSchema ? hoverText(value, document) : undefined
    return { ...Object.fromEntries(members), ...(description !== undefined && { description }) }
  }

  /** Gives a part of a schema its own name, so that it can be referenced. */
  function shallowReference(reference: string): string {
    const keys = fromPointer(reference)
    if (keys.length <= 3) return reference
    const name = names.get(reference) ?? freeName(camelCase(keys.slice(2)))
    if (!names.has(reference)) {
      names.set(reference, name)
      more[name] = {}
      more[name] = adapt(toObject(valueAt(document, keys) ?? true))
    }
    return `#/components/schemas/${name}`
  }

  const adapted = adapt(document)
  if (names.size === 0 || !isObject(adapted)) return adapted
  const components = objectAt(adapted, 'components')
  return { ...adapted, components: { ...components, schemas: { ...objectAt(components, 'schemas'), ...more } } }
}

function adaptKeyword(keyword: string, value: Json): Json {
  if (keyword !== 'discriminator' || !isObject(value) || !isObject(value.mapping)) {
    return mapSubschemas(keyword, value, toObject)
  }
  const mapping = Object.entries(value.mapping).map(([kind, target]): [string, Json] => [
    kind,
    isText(target) && !target.startsWith('#/') ? `#/components/schemas/${target}` : target,
  ])
  return { ...value, mapping: Object.fromEntries(mapping) }
}

function toObject(schema: Json): Json {
  if (schema === true) return {}
  return schema === false ? { not: {} } : schema
}

function isDocument(value: unknown): value is OpenAPI3 {
  return typeof value === 'object' && value !== null && 'openapi' in value
}

function typeOfSchema(schema: SchemaObject): ts.TypeNode | undefined {
  const not: unknown = 'not' in schema ? schema.not : undefined
  const takesNothing = typeof not === 'object' && not !== null && Object.keys(not).length === 0
  const values: unknown = schema.enum
  const hasNoValue = Array.isArray(values) && values.length === 0
  return takesNothing || hasNoValue ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword) : openUnion(schema)
}

/** Turns `x-known-values` into `'A' | 'B' | (string & {})`: editors suggest the known values, and any other string is allowed, too. */
function openUnion(schema: SchemaObject): ts.TypeNode | undefined {
  const known: Json | undefined = schema['x-known-values']
  // A schema with several types arrives here once per type.
  if (!isArray(known) || schema.type !== 'string') return undefined
  const values = known.flatMap((item) => (isObject(item) && typeof item.value === 'string' ? [item.value] : []))
  const { factory } = ts
  const anyText = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  )
  return factory.createUnionTypeNode([
    ...values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value, true))),
    anyText,
    ...(schema.nullable === true ? [factory.createLiteralTypeNode(factory.createNull())] : []),
  ])
}
