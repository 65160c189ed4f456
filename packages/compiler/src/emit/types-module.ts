import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import { isArray, isObject, isText, type Json, type JsonObject } from '../grammar/json.ts'
import { mapSubschemas } from '../grammar/map-subschemas.ts'

/** The types of a document, whose schemas are these, as openapi-typescript writes them. */
export async function toTypes(document: JsonObject, schemas: readonly JsonObject[]): Promise<string> {
  // It changes what it is given.
  const copy: unknown = adapted(document, new Set(schemas))
  if (!isDocument(copy)) throw new TypeError('a document says which OpenAPI it is')
  return astToString(await openapiTS(copy, { alphabetize: false, silent: true, transform: typeOfSchema }))
}

/** A copy without what openapi-typescript does not know: schemas that are `true` or `false`, mappings to mere names. */
function adapted(value: Json, schemas: ReadonlySet<JsonObject>): Json {
  if (isArray(value)) return value.map((item) => adapted(item, schemas))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    adapted(schemas.has(value) ? adaptKeyword(key, member) : member, schemas),
  ])
  return Object.fromEntries(members)
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
  return takesNothing ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.NeverKeyword) : openUnion(schema)
}

/** `x-known-values` becomes `'A' | 'B' | (string & {})`: editors offer the known values, and any other is a value, too. */
function openUnion(schema: SchemaObject): ts.TypeNode | undefined {
  const known: Json | undefined = schema['x-known-values']
  // Of several types each comes here alone.
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
