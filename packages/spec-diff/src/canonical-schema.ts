import { isArray, isObject, type JsonObject } from './json.ts'

/** Keywords that only inform readers, and constrain nothing. */
const told = /^(?:title|description|examples?|externalDocs|deprecated|\$comment|x-.*)$/

/** Serializes a normalized schema, or a keyword with one, with references written out: equivalent schemas have the same text. */
export function canonicalText(schema: unknown, schemas: JsonObject): string {
  return JSON.stringify(canonical(schema, schemas, []))
}

function canonical(value: unknown, schemas: JsonObject, within: readonly string[]): unknown {
  if (isArray(value)) return value.map((each) => canonical(each, schemas, within))
  if (!isObject(value)) return value
  if (value['@nothing'] === true) return false
  const { $ref } = value
  if (typeof $ref === 'string') {
    const name = $ref.slice('#/schemas/'.length)
    // A recursive schema is cut off at its name.
    return within.includes(name) || !Object.hasOwn(schemas, name)
      ? { $ref: name }
      : canonical(schemas[name], schemas, [...within, name])
  }
  const { properties, '@conditions': conditions, ...rest } = value
  const entries = Object.entries(rest)
    .filter(([keyword]) => !told.test(keyword))
    .map(([keyword, inner]): [string, unknown] => [keyword, asWritten(keyword, canonical(inner, schemas, within))])
  if (isObject(conditions)) entries.push(['allOf', canonical(Object.values(conditions).flat(), schemas, within)])
  if (isObject(properties)) entries.push(...splitProperties(properties, schemas, within))
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Converts a keyword back to the form that documents usually use. */
function asWritten(keyword: string, value: unknown): unknown {
  if (!isArray(value)) return value
  if (keyword === 'enum') return value.map((each) => (typeof each === 'string' ? JSON.parse(each) : each))
  if (keyword !== 'type') return value
  const types = value.includes('number') ? value.filter((type) => type !== 'integer') : value
  return types.length === 1 ? types[0] : types
}

/** Converts properties back to the usual form: schemas, and the names of required properties. */
function splitProperties(
  properties: JsonObject,
  schemas: JsonObject,
  within: readonly string[],
): readonly [string, unknown][] {
  const entries = Object.entries(properties).sort(([one], [other]) => (one < other ? -1 : 1))
  const required = entries.flatMap(([name, entry]) => (isObject(entry) && entry.required === true ? [name] : []))
  const described = entries.flatMap(([name, entry]): [string, unknown][] => {
    const schema = isObject(entry) ? canonical(entry.schema, schemas, within) : {}
    return isObject(schema) && Object.keys(schema).length === 0 ? [] : [[name, schema]]
  })
  return [
    ...(described.length > 0 ? [['properties', Object.fromEntries(described)] satisfies [string, unknown]] : []),
    ...(required.length > 0 ? [['required', required] satisfies [string, unknown]] : []),
  ]
}

/** Serializes a JSON value, independently of the order of object members. */
export function sortedText(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]): [string, unknown] => [name, sorted(inner)])
  return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)))
}
