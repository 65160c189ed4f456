import { isArray, isObject, type JsonObject } from './json.ts'

/**
 * Normalizes open sets of values, to which others may be added at any time: `x-known-values` of our specification, `x-extensible-enum`,
 * `x-ms-enum` with `modelAsString`, and an `enum` with any string as an alternative.
 */
export function normalizeKnownValues(schema: JsonObject): JsonObject {
  const { 'x-known-values': known, 'x-extensible-enum': extensible, 'x-ms-enum': named, ...rest } = schema
  if (known !== undefined) return { ...schema, 'x-known-values': byValue(known) }
  if (extensible !== undefined) return { ...rest, 'x-known-values': byValue(extensible) }
  if (isObject(named) && named.modelAsString === true) {
    const { enum: values, ...open } = rest
    return { ...open, 'x-known-values': byValue(values) }
  }
  return withAnyText(schema)
}

function withAnyText(schema: JsonObject): JsonObject {
  const { anyOf, ...rest } = schema
  if (!isArray(anyOf) || !anyOf.some(isAnyText)) return schema
  const isListed = (value: unknown) =>
    isObject(value) && isArray(value.enum) && value.enum.every((each) => typeof each === 'string')
  const values = anyOf.filter(isListed).flatMap((value) => (isObject(value) ? value.enum : []))
  if (values.length === 0) return schema
  const others = anyOf.filter((alternative) => !isListed(alternative))
  return {
    ...rest,
    'x-known-values': byValue(values),
    ...(others.length > 1 ? { anyOf: others } : { type: ['string'] }),
  }
}

function isAnyText(schema: unknown): boolean {
  return isObject(schema) && [schema.type].flat().join() === 'string' && Object.keys(schema).length === 1
}

/** Returns the details of each value, by the value. */
function byValue(values: unknown): JsonObject {
  const list = isArray(values) ? values : []
  return Object.fromEntries(
    list.map((each) => {
      const { value, ...about } = isObject(each) ? each : { value: each }
      return [String(value), about]
    }),
  )
}
