import { isList, isObject, type Json, type JsonObject } from '../../properties/document.ts'
import { type Change, renamed, withMember, without } from './mutation.ts'

/** Mutates the file of a schema. */
export function* mutateSchema(schema: JsonObject): Generator<Change> {
  const properties = isObject(schema.properties) ? schema.properties : {}
  for (const [name, property] of Object.entries(properties)) {
    yield* mutateProperty(schema, properties, name, property)
  }
  if (isObject(schema.properties)) {
    const value = withMember(schema, 'additionalProperties', false)
    yield { operator: 'schema: tighten, no other properties', where: 'the schema', value }
  }
  yield* mutateConstraints(schema, 'the schema', (changed) => changed)
}

function* mutateProperty(schema: JsonObject, properties: JsonObject, name: string, property: Json): Generator<Change> {
  const required = isList(schema.required) ? schema.required : []
  const others = required.filter((other) => other !== name)
  const change = (operator: string, value: Json): Change => ({ operator: `schema: ${operator}`, where: name, value })
  const withProperty = (changed: Json) => withMember(schema, 'properties', withMember(properties, name, changed))
  const demanding = (base: JsonObject, names: readonly Json[]) =>
    names.length > 0 ? withMember(base, 'required', names) : without(base, 'required')

  const dropped = withMember(schema, 'properties', without(properties, name))
  yield change('drop a property', demanding(withoutInExamples(dropped, name), others))
  const other = `${name}Renamed`
  const moved = withMember(schema, 'properties', renamed(properties, name, other))
  const demanded = required.map((entry) => (entry === name ? other : entry))
  yield change('rename a property', demanding(renamedInExamples(moved, name, other), demanded))
  yield change('retype a property', withoutInExamples(withProperty(retyped(property)), name))
  if (required.includes(name)) yield change('loosen, a property may be missing', demanding(schema, others))
  else yield change('tighten, a property must be there', demanding(schema, [...required, name]))
  if (isObject(property)) {
    yield* mutateNull(property, name, withProperty)
    yield* mutateConstraints(property, name, withProperty)
    if (isObject(property.items)) yield change('loosen, items of any kind', withProperty(without(property, 'items')))
  }
}

function retyped(property: Json): JsonObject {
  const types = isObject(property) ? [property.type].flat() : []
  return { type: types.includes('string') ? 'integer' : 'string', description: 'Retyped.' }
}

function* mutateNull(property: JsonObject, where: string, put: (changed: JsonObject) => Json): Generator<Change> {
  const { type, oneOf } = property
  const strict = { operator: 'schema: tighten, not null', where }
  if (isList(type) && type.includes('null')) {
    const rest = type.filter((name) => name !== 'null')
    yield { ...strict, value: put(withMember(property, 'type', rest)) }
  } else if (isList(oneOf) && oneOf.length === 2) {
    yield { ...strict, value: put(withMember(property, 'oneOf', oneOf.slice(0, 1))) }
  } else if (typeof type === 'string') {
    const value = put(withMember(property, 'type', [type, 'null']))
    yield { operator: 'schema: loosen, null as well', where, value }
  } else if (typeof property.$ref === 'string') {
    const value = put({ oneOf: [{ $ref: property.$ref }, { type: 'null' }], description: 'Loosened.' })
    yield { operator: 'schema: loosen, null as well', where, value }
  }
}

/** Mutates the constraints of a schema of a text or a number. */
export function* mutateConstraints(
  schema: JsonObject,
  where: string,
  put: (changed: JsonObject) => Json,
): Generator<Change> {
  for (const keyword of ['format', 'pattern', 'minLength', 'maxLength', 'minimum']) {
    if (schema[keyword] === undefined) continue
    yield { operator: `schema: loosen, no ${keyword}`, where, value: put(without(schema, keyword)) }
  }
  const { maxLength, minLength, minimum } = schema
  if (typeof maxLength === 'number') {
    yield { operator: 'schema: tighten, shorter', where, value: put(withMember(schema, 'maxLength', maxLength - 1)) }
  }
  if (typeof minLength === 'number') {
    yield { operator: 'schema: tighten, longer', where, value: put(withMember(schema, 'minLength', minLength + 5)) }
  }
  if (typeof minimum === 'number') {
    yield { operator: 'schema: tighten, greater', where, value: put(withMember(schema, 'minimum', minimum + 1)) }
  }
  const known = schema['x-known-values']
  if (!isList(known)) return
  const values = known.flatMap((item) => (isObject(item) && item.value !== undefined ? [item.value] : []))
  yield { operator: 'schema: tighten, known values only', where, value: put(withMember(schema, 'enum', values)) }
  for (const [index, value] of values.entries()) {
    const rest = known.filter((_, at) => at !== index)
    const changed = withMember(schema, 'x-known-values', rest)
    if (rest.length > 0)
      yield { operator: 'schema: drop a known value', where: `${where} ${value}`, value: put(changed) }
  }
}

function withoutInExamples(schema: JsonObject, name: string): JsonObject {
  return mapExamples(schema, (example) => without(example, name))
}

function renamedInExamples(schema: JsonObject, from: string, to: string): JsonObject {
  return mapExamples(schema, (example) => renamed(example, from, to))
}

function mapExamples(schema: JsonObject, map: (example: JsonObject) => JsonObject): JsonObject {
  if (!isList(schema.examples)) return schema
  return withMember(
    schema,
    'examples',
    schema.examples.map((example) => (isObject(example) ? map(example) : example)),
  )
}
