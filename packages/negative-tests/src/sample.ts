import { isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { branchesOf, evaluate, requiredOf, typesOf } from './evaluate.ts'
import { flattened } from './flatten.ts'
import { sampleOfPattern } from './sample-pattern.ts'

/** A valid text for each format. */
const formatted: Readonly<Record<string, string>> = {
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  'date-time': '2024-02-29T12:00:00Z',
  date: '2024-02-29',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'someone@example.com',
  'idn-email': 'someone@example.com',
  hostname: 'example.com',
  'idn-hostname': 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/example',
  iri: 'https://example.com/',
  'iri-reference': '/example',
  'uri-template': '/{example}',
  'json-pointer': '/example',
  'relative-json-pointer': '0/example',
  regex: 'a*',
  byte: 'eA==',
}

/** Makes a value that a schema allows: its own example if it has one, otherwise built from its parts, including optional properties. */
export function sampleOf(document: JsonObject, reference: unknown, depth = 0): unknown {
  const schema = flattened(document, reference)
  const { examples, example, enum: values } = schema
  const told = [
    ...[schema.const, schema.default].filter((value) => value !== undefined),
    ...[values, examples].flatMap((list) => (Array.isArray(list) ? list : [])),
    ...(example === undefined ? [] : [example]),
  ]
  const isValid = (value: unknown) => evaluate(document, reference, value).length === 0
  const [first] = told
  if (first !== undefined) return told.find(isValid) ?? first
  // Schemas may be recursive.
  if (depth > deepest) return ofType(document, schema, depth)
  const { oneOf, anyOf, ...rest } = schema
  const branches = [...branchesOf(schema, 'oneOf'), ...branchesOf(schema, 'anyOf')]
  const made = branches.map((branch) => sampleOf(document, { allOf: [branch, rest] }, depth + 1))
  return branches.length === 0 ? ofType(document, schema, depth) : (made.find(isValid) ?? made[0])
}

const deepest = 6

function ofType(document: JsonObject, schema: JsonObject, depth: number): unknown {
  const [type = typeBy(schema)] = typesOf(schema)
  switch (type) {
    case 'object':
      return objectSample(document, schema, depth)
    case 'array':
      return listSample(document, schema, depth)
    case 'integer':
    case 'number':
      return numberSample(schema, type === 'integer')
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textSample(schema)
  }
}

/** Infers the type of a schema without `type` from its keywords. */
function typeBy(schema: JsonObject): string {
  const has = (...keywords: readonly string[]) => keywords.some((keyword) => schema[keyword] !== undefined)
  if (has('properties', 'required', 'additionalProperties', 'minProperties', 'dependentRequired')) return 'object'
  if (has('items', 'prefixItems', 'minItems', 'contains')) return 'array'
  return has('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf') ? 'number' : 'string'
}

function textSample({ pattern, format, minLength, maxLength }: JsonObject): string {
  const least = Math.max(1, Number(minLength ?? 1))
  const byFormat = formatted[String(format)]
  if (byFormat !== undefined && (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(byFormat)))
    return byFormat
  const most = Number(maxLength ?? Number.POSITIVE_INFINITY)
  const matching = typeof pattern === 'string' ? sampleOfPattern(pattern, Number(minLength ?? 0), most) : undefined
  return matching ?? 'x'.repeat(Math.min(least, most))
}

function numberSample(schema: JsonObject, isInteger: boolean): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema
  const step = typeof multipleOf === 'number' ? multipleOf : 1
  const bounds = [minimum, maximum, exclusiveMinimum, exclusiveMaximum].filter((bound) => typeof bound === 'number')
  const near = bounds.flatMap((bound) => {
    const steps = Math.round(bound / step)
    return [bound, steps * step, (steps + 1) * step, (steps - 1) * step, bound + 0.5, bound - 0.5]
  })
  const { type, ...limits } = schema
  const candidates = [...near, step, 0].filter((value) => !isInteger || Number.isInteger(value))
  return candidates.find((value) => evaluate({}, limits, value).length === 0) ?? Number(minimum ?? maximum ?? 1)
}

function listSample(document: JsonObject, schema: JsonObject, depth: number): readonly unknown[] {
  const tuple = branchesOf(schema, 'prefixItems').map((item) => sampleOf(document, item, depth + 1))
  const contained = schema.contains === undefined ? [] : [sampleOf(document, schema.contains, depth + 1)]
  const least = Number(schema.minItems ?? 0)
  const wanted = depth > 4 || schema.items === undefined || schema.items === false ? least : Math.max(1, least)
  const items = [...tuple, ...contained]
  const item = items.length < wanted ? sampleOf(document, schema.items ?? true, depth + 1) : undefined
  while (items.length < wanted)
    items.push(schema.uniqueItems === true ? another(document, schema.items, item, items) : item)
  return items
}

/** An item that is not in the list yet. */
function another(document: JsonObject, reference: unknown, item: unknown, items: readonly unknown[]): unknown {
  const { enum: values } = flattened(document, reference)
  const candidates = [
    item,
    ...(Array.isArray(values) ? values : []),
    ...[item].flatMap((value): unknown[] => {
      if (typeof value === 'number') return [value + items.length, value * (items.length + 1)]
      return typeof value === 'string' ? [`${value}${items.length}`, `${value.slice(0, -1)}${items.length}`] : []
    }),
  ]
  const known = items.map((each) => JSON.stringify(each))
  const isNew = (value: unknown) => !known.includes(JSON.stringify(value))
  return candidates.find((value) => isNew(value) && evaluate(document, reference, value).length === 0) ?? item
}

function objectSample(document: JsonObject, schema: JsonObject, depth: number): JsonObject {
  const required = requiredOf(schema)
  const properties = objectAt(schema, 'properties')
  const names = [...new Set([...Object.keys(properties), ...required])]
    // Schemas may be recursive: deep down, only required properties are included.
    .filter((name) => depth < 3 || required.includes(name))
    .filter((name) => !allowsNothing(document, properties[name]))
  const others = isObject(schema.additionalProperties) && names.length === 0 && depth < 3 ? ['key'] : []
  const missing = Math.max(0, Number(schema.minProperties ?? 0) - names.length - others.length)
  const more = Array.from({ length: missing }, (_, index) => `key${index + 1}`)
  return Object.fromEntries(
    [...names, ...others, ...more].map((name) => [
      name,
      sampleOf(document, Object.hasOwn(properties, name) ? properties[name] : schema.additionalProperties, depth + 1),
    ]),
  )
}

/** Whether the schema of a property forbids it. */
function allowsNothing(document: JsonObject, schema: unknown): boolean {
  return schema === false || JSON.stringify(flattened(document, schema).not) === '{}'
}
