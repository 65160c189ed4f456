import { isShared } from './support/home.js'
import { isOfType, writtenHere } from './support/schemas.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const noInlineObject = (schema, _options, context) =>
  writtenHere(schema, context)
    .filter((place) => isOfType(place.schema, 'object') || place.schema.properties !== undefined)
    .filter(({ path }) => !isShared(path, context))
    .map(({ path }) => ({ message: 'An object needs a name: move this schema to `components` and refer to it.', path }))

export default noInlineObject
