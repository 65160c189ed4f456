import { entriesOf, isObject, itemsOf } from './support/json.js'
import { writtenHere } from './support/schemas.js'

/** @typedef {import('./support/home.js').Path} Path */
/** @typedef {{ message: string, path: Path }} Finding */

/**
 * A schema may allow unlisted properties, but in an example such a property is probably left over from an older schema.
 *
 * @type {import('@stoplight/spectral-core').RulesetFunction}
 */
const exampleProperties = (target, _options, context) => {
  if (!isObject(target)) return []
  const inBody = examplesOfBody(target, context.path).flatMap(({ value, path }) =>
    unlisted(value, [target.schema], path),
  )
  const inSchemas = writtenHere(target, context).flatMap(({ schema, path }) =>
    examplesOfSchema(schema, path).flatMap((example) => unlisted(example.value, [schema], example.path)),
  )
  return [...inBody, ...inSchemas]
}

/**
 * @param {Record<string, unknown>} body
 * @param {Path} path
 */
function examplesOfBody(body, path) {
  if (body.schema === undefined) return []
  const named = entriesOf(body.examples).flatMap(([name, example]) =>
    isObject(example) ? [{ value: example.value, path: [...path, 'examples', name, 'value'] }] : [],
  )
  return [{ value: body.example, path: [...path, 'example'] }, ...named]
}

/**
 * @param {Record<string, unknown>} schema
 * @param {Path} path
 */
function examplesOfSchema(schema, path) {
  const listed = itemsOf(schema.examples).map((value, index) => ({ value, path: [...path, 'examples', index] }))
  return [{ value: schema.example, path: [...path, 'example'] }, ...listed]
}

/**
 * Finds the properties of a value that none of its schemas lists, at any depth.
 *
 * @param {unknown} value
 * @param {readonly unknown[]} schemas
 * @param {Path} path
 * @returns {Finding[]}
 */
function unlisted(value, schemas, path) {
  const all = schemas.flatMap(alternatives)
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      unlisted(
        item,
        all.flatMap(({ items, prefixItems }) => [items, itemsOf(prefixItems)[index]]),
        [...path, index],
      ),
    )
  }
  const known = new Set(all.flatMap(({ properties }) => Object.keys(isObject(properties) ? properties : {})))
  if (known.size === 0 || all.some(takesAnyName)) return []
  return entriesOf(value).flatMap(([name, inner]) => {
    const message = `The schema lists no property \`${name}\`; it lists: ${[...known].join(', ')}.`
    if (!known.has(name)) return [{ message, path: [...path, name] }]
    const own = all.flatMap(({ properties }) => (isObject(properties) ? [properties[name]] : []))
    return unlisted(inner, own, [...path, name])
  })
}

/**
 * A schema and all schemas that it is composed of.
 *
 * @param {unknown} schema
 * @returns {Record<string, unknown>[]}
 */
function alternatives(schema) {
  if (!isObject(schema)) return []
  const parts = [
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => itemsOf(schema[keyword])),
    schema.then,
    schema.else,
  ]
  return [schema, ...parts.flatMap(alternatives)]
}

/**
 * Whether a schema allows arbitrary property names, which are data then.
 *
 * @param {Record<string, unknown>} schema
 */
function takesAnyName({ additionalProperties = false, patternProperties }) {
  return additionalProperties !== false || patternProperties !== undefined
}

export default exampleProperties
