import { isArray, isObject, isText, type Json, type JsonObject } from '../grammar/json.ts'
import { mapSubschemas } from '../grammar/map-subschemas.ts'

export interface Dialect {
  readonly version: '3.0' | '3.1'
  /** Converts a reference into the bundle for the result. */
  readonly reference: (reference: string) => string
  /** Whether to keep titles, descriptions, examples and evidence, which do not affect validity. */
  readonly annotations: boolean
}

/** Converts a schema of OpenAPI 3.0 or 3.1 to plain JSON Schema 2020-12. */
export function toJsonSchema(schema: Json, dialect: Dialect): Json {
  if (!isObject(schema)) return schema
  if (isText(schema.$ref)) {
    const $ref = dialect.reference(schema.$ref)
    // OpenAPI 3.0 ignores anything beside a `$ref`.
    return dialect.version === '3.0' ? { $ref } : { ...convert(schema, dialect), $ref }
  }
  return dialect.version === '3.0' ? convertOld(schema, dialect) : convert(schema, dialect)
}

function convert(schema: JsonObject, dialect: Dialect): JsonObject {
  // An empty `enum` is valid in JSON Schema 2020-12 (Validation, section 6.1.2) and matches nothing, but Ajv rejects it.
  if (!dialect.annotations && isArray(schema.enum) && schema.enum.length === 0) return { not: {} }
  const result: Record<string, Json> = {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (!dialect.annotations && annotationKeywords.has(keyword)) continue
    if (openApiKeywords.has(keyword) || keyword.startsWith('x-')) continue
    result[keyword] = mapSubschemas(keyword, value, (part) => toJsonSchema(part, dialect))
  }
  return dialect.annotations ? { ...result, ...annotate(schema) } : result
}

/** The keywords that do not affect validity. */
const annotationKeywords = new Set([
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  '$comment',
  'contentMediaType',
  'contentEncoding',
  'contentSchema',
])
/** The keywords that only OpenAPI has. `discriminator` does not affect validity either: it hints at the schema to try first. */
const openApiKeywords = new Set(['discriminator', 'xml', 'externalDocs', 'example', 'nullable', '$schema'])

/** Expresses annotations of OpenAPI with keywords of JSON Schema. */
function annotate(schema: JsonObject): JsonObject {
  const evidence = schema['x-evidence']
  const values = isArray(schema['x-known-values']) ? schema['x-known-values'] : []
  const known = values.flatMap((item) => (isObject(item) && item.value !== undefined ? [item.value] : []))
  const examples = schema.example === undefined ? known : [schema.example]
  return {
    ...(isObject(evidence) && !schema.$comment ? { $comment: `${evidence.level}: ${evidence.source}` } : {}),
    ...(examples.length > 0 && !schema.examples ? { examples } : {}),
  }
}

function convertOld(schema: JsonObject, dialect: Dialect): JsonObject {
  const { exclusiveMinimum, exclusiveMaximum, minimum, maximum, ...rest } = schema
  const bounds = {
    ...bound('minimum', 'exclusiveMinimum', minimum, exclusiveMinimum),
    ...bound('maximum', 'exclusiveMaximum', maximum, exclusiveMaximum),
  }
  const result = convert({ ...rest, ...bounds }, dialect)
  return schema.nullable === true ? allowNull(result) : result
}

function bound(inclusive: string, exclusive: string, limit: Json | undefined, flag: Json | undefined): JsonObject {
  if (flag === true && limit !== undefined) return { [exclusive]: limit }
  return {
    ...(limit === undefined ? {} : { [inclusive]: limit }),
    // A number is a mistake in 3.0; the check against the meta-schema treats it like 2020-12.
    ...(flag === undefined || typeof flag === 'boolean' ? {} : { [exclusive]: flag }),
  }
}

/**
 * Applies `nullable` as clarified in OpenAPI 3.0.3 and specified in 3.0.4 (section 4.7.24.1): it adds null to the `type` beside it, and
 * has no effect without one. Other keywords of the schema, such as `enum`, may still forbid null.
 */
function allowNull(schema: JsonObject): JsonObject {
  return isText(schema.type) ? { ...schema, type: [schema.type, 'null'] } : schema
}
