import { homeOf } from './support/home.js'
import { writtenHere } from './support/schemas.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { name: string }>} */
const sharedGuid = (schema, { name }, context) => {
  const where = (/** @type {(string | number)[]} */ path) => JSON.stringify(homeOf(path, context))
  const shared = where(['components', 'schemas', name])
  return writtenHere(schema, context)
    .filter((place) => place.schema.format === 'uuid' || looksLikeGuid(place.schema.pattern))
    .filter(({ path }) => where(path) !== shared)
    .map(({ path }) => ({ message: `GUIDs are described once: refer to the schema ${name}.`, path }))
}

/** @param {unknown} pattern */
function looksLikeGuid(pattern) {
  return typeof pattern === 'string' && /\{8\}.*\{4\}.*\{12\}/.test(pattern)
}

export default sharedGuid
