import { homeOf } from './support/home.js'
import { isObject, itemsOf } from './support/json.js'
import { isOfType, writtenHere } from './support/schemas.js'

const guid = /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { name: string }>} */
const sharedGuid = (schema, { name }, context) => {
  const where = (/** @type {(string | number)[]} */ path) => JSON.stringify(homeOf(path, context))
  const shared = where(['components', 'schemas', name])
  const places = writtenHere(schema, context)
  return places
    .filter((place) => isGuid(place.schema) || places.some((owner) => showsGuid(owner, place)))
    .filter(({ path }) => where(path) !== shared)
    .map(({ path }) => ({ message: `GUIDs are described once: refer to the schema ${name}.`, path }))
}

/** @param {Record<string, unknown>} schema */
function isGuid(schema) {
  return (
    schema.format === 'uuid' ||
    schema.format === 'guid' ||
    (typeof schema.pattern === 'string' && hasGuidLengths(schema.pattern)) ||
    (isOfType(schema, 'string') && examplesOf(schema).some(looksLikeGuid))
  )
}

/**
 * Whether a pattern has the character counts of a GUID.
 *
 * @param {string} pattern
 */
function hasGuidLengths(pattern) {
  const eight = pattern.indexOf('{8}')
  const four = pattern.indexOf('{4}', eight)
  return eight >= 0 && four >= 0 && pattern.includes('{12}', four)
}

/**
 * Whether an example of an object has a GUID as the value of the given property.
 *
 * @param {import('./support/schemas.js').Place} owner
 * @param {import('./support/schemas.js').Place} property
 */
function showsGuid(owner, property) {
  const { path, schema } = property
  const name = String(path.at(-1))
  const isProperty = path.length === owner.path.length + 2 && path.at(-2) === 'properties'
  if (!isProperty || !owner.path.every((key, index) => path[index] === key) || !isOfType(schema, 'string')) return false
  return examplesOf(owner.schema).some((example) => isObject(example) && looksLikeGuid(example[name]))
}

/** @param {Record<string, unknown>} schema */
function examplesOf(schema) {
  return [schema.example, schema.default, ...itemsOf(schema.examples)]
}

/** @param {unknown} value */
function looksLikeGuid(value) {
  return typeof value === 'string' && guid.test(value)
}

export default sharedGuid
