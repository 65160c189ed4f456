import { homeOf } from './home.js'
import { entriesOf, isObject, itemsOf } from './json.js'

/** @typedef {import('./home.js').Context} Context */
/** @typedef {import('./home.js').Path} Path */
/** @typedef {{ schema: Record<string, unknown>, path: Path }} Place */

const one = ['items', 'additionalProperties', 'not', 'if', 'then', 'else', 'contains', 'propertyNames']
const several = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const named = ['properties', 'patternProperties', 'dependentSchemas', '$defs']

/**
 * The schemas directly inside a schema.
 *
 * @param {Place} place
 * @returns {Place[]}
 */
export function childrenOf({ schema, path }) {
  const found = [
    ...one.map((keyword) => ({ schema: schema[keyword], path: [...path, keyword] })),
    ...several.flatMap((keyword) =>
      itemsOf(schema[keyword]).map((item, index) => ({ schema: item, path: [...path, keyword, index] })),
    ),
    ...named.flatMap((keyword) =>
      entriesOf(schema[keyword]).map(([name, item]) => ({ schema: item, path: [...path, keyword, name] })),
    ),
  ]
  return found.flatMap((child) => (isObject(child.schema) ? [{ schema: child.schema, path: child.path }] : []))
}

/**
 * A schema and the schemas inside it, but not the components that it references: these are checked on their own. Empty if the schema is
 * itself such a reference.
 *
 * @param {unknown} schema
 * @param {Context} context
 * @returns {Place[]}
 */
export function writtenHere(schema, context) {
  const { path } = context
  const isComponent = path.length === 3 && path[0] === 'components'
  const homes = new Set()
  const goesOn = (/** @type {Place} */ place) => {
    const home = homeOf(place.path, context)
    const id = JSON.stringify(home ?? place.path)
    const isReference = home?.path.length === 3 && home.path[0] === 'components'
    return !isReference && !homes.has(id) && Boolean(homes.add(id))
  }
  return isObject(schema) && (isComponent || goesOn({ schema, path })) ? collect({ schema, path }, goesOn) : []
}

/**
 * A schema and all schemas inside it, with references followed.
 *
 * @param {unknown} schema
 * @param {Path} path
 * @returns {Place[]}
 */
export function everySchema(schema, path) {
  const seen = new Set()
  const isNew = (/** @type {Place} */ place) => !seen.has(place.schema) && Boolean(seen.add(place.schema))
  return isObject(schema) ? collect({ schema, path }, isNew) : []
}

/**
 * @param {Place} place
 * @param {(place: Place) => boolean} goesOn
 * @returns {Place[]}
 */
function collect(place, goesOn) {
  return [place, ...childrenOf(place).flatMap((child) => (goesOn(child) ? collect(child, goesOn) : []))]
}

/**
 * @param {Record<string, unknown>} schema
 * @param {string} type
 */
export function isOfType(schema, type) {
  return schema.type === type || itemsOf(schema.type).includes(type)
}
