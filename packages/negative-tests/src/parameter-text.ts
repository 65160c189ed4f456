import { isObject, type JsonObject, objectAt } from '@partner-upgrades/spec-diff/document'
import { evaluate, typesOf } from './evaluate.ts'
import { flattened } from './flatten.ts'

/** A serialized parameter: a name and a text for each occurrence; empty if it is left out. */
export type Written = readonly (readonly [name: string, text: string])[]

/** The schema of a parameter: its own, or that of its media type. */
export function schemaOfParameter(definition: JsonObject): unknown {
  return definition.schema ?? mediaOf(definition)?.schema
}

/** The media type object of a parameter with `content`. */
function mediaOf(definition: JsonObject): JsonObject | undefined {
  const [media] = Object.values(objectAt(definition, 'content'))
  return definition.schema === undefined && isObject(media) ? media : undefined
}

interface Style {
  readonly name: string
  readonly style: string
  readonly explode: boolean
}

function styleOf({ name, in: place, style, explode }: JsonObject): Style {
  const usual = place === 'query' || place === 'cookie' ? 'form' : 'simple'
  const used = typeof style === 'string' ? style : usual
  return { name: String(name), style: used, explode: typeof explode === 'boolean' ? explode : used === 'form' }
}

const delimiters: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '%7C' }

/**
 * Serializes a value by `style` and `explode`, or as JSON if the parameter has `content`.
 *
 * @see https://spec.openapis.org/oas/v3.1.1.html#style-values
 */
export function writeParameter(definition: JsonObject, value: unknown): Written {
  const { name, style, explode } = styleOf(definition)
  const encode = definition.in === 'header' ? String : (part: unknown) => encodeURIComponent(String(part))
  if (mediaOf(definition) !== undefined) return [[name, encode(JSON.stringify(value))]]
  const byName = style === 'form' || style === 'deepObject' || delimiters[style] !== undefined
  const entries = isObject(value) ? Object.entries(value) : []
  if (byName && isObject(value)) {
    if (style === 'deepObject') return entries.map(([key, part]) => [`${name}[${key}]`, encode(part)])
    if (explode) return entries.map(([key, part]) => [key, encode(part)])
  }
  if (byName && Array.isArray(value) && explode) return value.map((part) => [name, encode(part)])
  const isPlain = !isObject(value) && !Array.isArray(value)
  const parts = isPlain ? [encode(value)] : partsOf(value, style, explode, encode)
  if (byName) return isPlain || parts.length > 0 ? [[name, parts.join(delimiters[style] ?? ',')]] : []
  if (style === 'label') return [[name, `.${parts.join(explode ? '.' : ',')}`]]
  if (style !== 'matrix') return [[name, parts.join(',')]]
  const whole = `;${name}=${parts.join(',')}`
  return [
    [
      name,
      explode && !isPlain ? parts.map((part) => (isObject(value) ? `;${part}` : `;${name}=${part}`)).join('') : whole,
    ],
  ]
}

function partsOf(
  value: unknown,
  style: string,
  explode: boolean,
  encode: (part: unknown) => string,
): readonly string[] {
  if (Array.isArray(value)) return value.map(encode)
  const entries = Object.entries(isObject(value) ? value : {})
  const pairs = explode && !(style in delimiters)
  return entries.flatMap(([key, part]) => (pairs ? [`${encode(key)}=${encode(part)}`] : [encode(key), encode(part)]))
}

/**
 * Whether a value that a schema forbids is still forbidden once it is serialized: everything is text then, so `7` in place of a text
 * is a valid text, and an empty list disappears.
 */
export function isForbiddenAsText(document: JsonObject, definition: JsonObject, value: unknown): boolean {
  if (mediaOf(definition) !== undefined) return true
  if (!isFlat(value)) return false
  if (Array.isArray(value) && value.length === 0 && definition.required !== true) return false
  return (
    evaluate(document, schemaOfParameter(definition), readBack(document, schemaOfParameter(definition), value)).length >
    0
  )
}

/** The value that a lenient reader parses from a serialized value: a valid one if possible. */
function readBack(document: JsonObject, schema: unknown, value: unknown): unknown {
  const flat = flattened(document, schema)
  const types = typesOf(flat)
  if (Array.isArray(value)) return value.map((item) => readBack(document, flat.items, item))
  if (isObject(value)) {
    const properties = objectAt(flat, 'properties')
    const entries = Object.entries(value)
    return Object.fromEntries(entries.map(([name, part]) => [name, readBack(document, properties[name], part)]))
  }
  // A single value reads as a list of one item.
  if (types.length === 1 && types[0] === 'array') return [readBack(document, flat.items, value)]
  const text = String(value)
  const readings = readingsOf(text)
  return readings.find((reading) => evaluate(document, schema, reading).length === 0) ?? text
}

function readingsOf(text: string): readonly unknown[] {
  const isNumber = text.trim() !== '' && !Number.isNaN(Number(text))
  return [text, ...(isNumber ? [Number(text)] : []), ...(text === 'true' || text === 'false' ? [text === 'true'] : [])]
}

/** Whether a value is nested at most one level, as all styles require. Properties of an object may also be lists that are not empty. */
function isFlat(value: unknown): boolean {
  const isList = (part: unknown) => Array.isArray(part) && part.every(isPlain)
  if (!isObject(value)) return isPlain(value) || isList(value)
  return Object.values(value).every((part) => isPlain(part) || (isList(part) && Object(part).length > 0))
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' || value === null
}

/** Whether text can have the wrong type at a pointer into a valid value: in place of a list or an object, it reads as one of its items. */
export function canBeOfWrongType(valid: unknown, pointer: string): boolean {
  const steps = pointer.split('/').slice(1)
  return isPlain(steps.reduce((at: unknown, step) => (isPlain(at) ? undefined : Reflect.get(Object(at), step)), valid))
}
