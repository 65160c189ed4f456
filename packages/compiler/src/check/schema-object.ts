import { isArray, isObject, isText, type Json, type JsonObject, listAt, objectAt, textAt } from '../grammar/json.ts'
import { subschemaKeywords, subschemaListKeywords, subschemaMapKeywords } from '../grammar/schema-object.ts'
import { contradiction, type Reader } from '../read/reader.ts'
import { toJsonSchema } from '../schema/to-json-schema.ts'

/** Reports mistakes that give a schema another meaning than its author expects, or none. */
export function checkSchemas(reader: Reader): void {
  const { bundle, complain } = reader
  const dialect = textAt(bundle.document, 'jsonSchemaDialect')
  if (dialect !== undefined && !isDialect(dialect)) {
    complain(
      bundle.document,
      'jsonSchemaDialect',
      'is not supported; remove it, so that schemas are JSON Schema 2020-12',
    )
  }
  for (const name of Object.keys(objectAt(objectAt(bundle.document, 'components'), 'schemas'))) {
    if (/^[\w.-]+$/.test(name)) continue
    complain(
      objectAt(objectAt(bundle.document, 'components'), 'schemas'),
      name,
      'is not a name; use letters, digits, . _ -',
    )
  }
  for (const schema of bundle.schemas) checkOwnKeywords(schema, reader)
  checkCycles(reader)
}

const dialects =
  /^https:\/\/(json-schema\.org\/draft\/2020-12\/schema|spec\.openapis\.org\/oas\/3\.1\/dialect\/base)#?$/

function isDialect(name: Json): boolean {
  return isText(name) && dialects.test(name)
}

function checkOwnKeywords(schema: JsonObject, reader: Reader): void {
  const { bundle, complain } = reader
  const { version } = bundle
  if (version === '3.1' && schema.nullable !== undefined) {
    const what = 'has no meaning in OpenAPI 3.1'
    reader.repairs.instead('omitted', bundle.origin(schema, 'nullable'), what, "write `type: [string, 'null']`")
  }
  if (version === '3.1' && schema.$schema !== undefined && !isDialect(schema.$schema)) {
    complain(schema, '$schema', 'is another dialect, and schemas are read as JSON Schema 2020-12; remove it')
  }
  if (version === '3.0') {
    for (const keyword of Object.keys(schema)) {
      if (newKeywords.has(keyword))
        complain(schema, keyword, 'does not exist in OpenAPI 3.0; use 3.1, or express it differently')
    }
    if (isArray(schema.type))
      complain(schema, 'type', 'is a list, which OpenAPI 3.0 does not support; use 3.1, or `nullable`')
  }
  const properties = objectAt(schema, 'properties')
  if (Object.hasOwn(properties, '__proto__')) {
    complain(properties, '__proto__', 'is not supported as the name of a property, since validators ignore it')
  }
  const own = Object.entries(schema).filter(([keyword]) => !nesting.has(keyword))
  const shallow = toJsonSchema(Object.fromEntries(own), { version, reference: (text) => text, annotations: false })
  for (const { pointer, message } of isObject(shallow) ? reader.validators.checkSchema(shallow) : []) {
    const [, keyword] = pointer.split('/')
    complain(schema, keyword, `is not a schema: ${pointer} ${message}; correct it`)
  }
  for (const [owner, key, pattern] of patternsOf(schema)) {
    const reason = reasonAgainst(pattern)
    if (reason) complain(owner, key, `is not a regular expression: ${reason}; correct the pattern`)
  }
  checkMapping(schema, reader)
}

const nesting = new Set([...subschemaKeywords, ...subschemaListKeywords, ...subschemaMapKeywords, '$ref'])
const newKeywords = new Set([
  '$schema',
  ...['const', 'examples', 'if', 'then', 'else', 'prefixItems', 'contains', 'minContains', 'maxContains'],
  ...['propertyNames', 'patternProperties', 'dependentSchemas', 'dependentRequired', '$defs', 'definitions'],
  ...['unevaluatedProperties', 'unevaluatedItems', 'contentMediaType', 'contentEncoding', 'contentSchema'],
])

function patternsOf(schema: JsonObject): readonly (readonly [JsonObject, string, string])[] {
  const own = isText(schema.pattern) ? [[schema, 'pattern', schema.pattern] as const] : []
  const properties = objectAt(schema, 'patternProperties')
  return [...own, ...Object.keys(properties).map((pattern) => [properties, pattern, pattern] as const)]
}

function reasonAgainst(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u')
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function checkMapping(schema: JsonObject, reader: Reader): void {
  const mapping = objectAt(objectAt(schema, 'discriminator'), 'mapping')
  const schemas = objectAt(objectAt(reader.bundle.document, 'components'), 'schemas')
  for (const [value, target] of Object.entries(mapping)) {
    const name = isText(target) ? target.replace(/^#\/components\/schemas\//, '') : ''
    if (schemas[name] !== undefined) continue
    reader.complain(mapping, value, 'does not name a schema of the document; use #/components/schemas/Name')
  }
}

function checkKnownValues(schema: JsonObject, { complain, validators }: Reader): void {
  const listed = new Set<string>()
  for (const entry of listAt(schema, 'x-known-values')) {
    const value = isObject(entry) ? entry.value : undefined
    if (value === undefined) continue
    const text = JSON.stringify(value)
    const problems = validators.check(schema, value)
    if (problems.length > 0) {
      complain(schema, 'x-known-values', `the known value ${text} ${contradiction(problems)}; correct one of them`)
    }
    const key = schema['x-case-insensitive'] === true ? text.toLowerCase() : text
    if (listed.has(key)) complain(schema, 'x-known-values', `the known value ${text} is listed twice; remove one`)
    listed.add(key)
  }
}

/** Checks the examples, defaults and known values of schemas. */
export function checkSchemaExamples(reader: Reader): void {
  for (const schema of reader.bundle.schemas) {
    checkKnownValues(schema, reader)
    const { example, examples, default: standard } = schema
    const check = (value: Json | undefined, key: string, whose: string): void => {
      if (value !== undefined) reader.checkExample(schema, value, reader.bundle.origin(schema, key), whose)
    }
    check(example, 'example', 'the example')
    check(standard, 'default', 'the default')
    for (const value of isArray(examples) ? examples : []) check(value, 'examples', 'an example')
  }
}

/** Reports schemas that contain themselves in the same place: validating a value against them would never end. */
function checkCycles(reader: Reader): void {
  const done = new Set<JsonObject>()
  const open = new Set<JsonObject>()
  const walk = (schema: Json | undefined): void => {
    if (!isObject(schema) || done.has(schema)) return
    if (open.has(schema)) {
      reader.complain(
        schema,
        undefined,
        'contains itself in the same place, without end; put it under a property or items',
      )
      return
    }
    open.add(schema)
    for (const part of inPlace(schema, reader)) walk(part)
    open.delete(schema)
    done.add(schema)
  }
  for (const schema of reader.bundle.schemas) walk(schema)
}

function inPlace(schema: JsonObject, reader: Reader): readonly (Json | undefined)[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listAt(schema, keyword))
  const referred = isText(schema.$ref) ? [reader.target(schema.$ref)] : []
  const dependent = Object.values(objectAt(schema, 'dependentSchemas'))
  return [...referred, ...lists, ...dependent, schema.not, schema.if, schema.then, schema.else]
}
