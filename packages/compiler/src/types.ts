import openapiTS, { astToString, type OpenAPI3, type SchemaObject } from 'openapi-typescript'
import ts from 'typescript'
import { isArray, isObject, type Json, type JsonObject } from './json.ts'
import { mapSchemas } from './schema-parts.ts'

/** The types of a document, whose schemas are these, as openapi-typescript writes them. */
export async function toTypes(document: JsonObject, schemas: readonly JsonObject[]): Promise<string> {
  // It changes what it is given.
  const copy: unknown = withoutFlags(document, new Set(schemas))
  if (!isDocument(copy)) throw new TypeError('a document says which OpenAPI it is')
  return astToString(await openapiTS(copy, { alphabetize: false, silent: true, transform: typeOfSchema }))
}

/** A copy in which schemas are objects: openapi-typescript does not know `true` and `false`. */
function withoutFlags(value: Json, schemas: ReadonlySet<JsonObject>): Json {
  if (isArray(value)) return value.map((item) => withoutFlags(item, schemas))
  if (!isObject(value)) return value
  const members = Object.entries(value).map(([key, member]): [string, Json] => [
    key,
    withoutFlags(schemas.has(value) ? mapSchemas(key, member, toObject) : member, schemas),
  ])
  return Object.fromEntries(members)
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
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type]
  if (!isArray(known) || !types.includes('string')) return undefined
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
    ...(schema.nullable === true || types.includes('null')
      ? [factory.createLiteralTypeNode(factory.createNull())]
      : []),
  ])
}
