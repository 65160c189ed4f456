import { everySchema, isOfType } from './support/schemas.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const openResponseSet = (schema, _options, { path }) =>
  everySchema(schema, path)
    .filter((place) => place.schema.enum !== undefined)
    .filter((place) => place.schema.type === undefined || isOfType(place.schema, 'string'))
    .map((place) => ({
      message: 'A service may answer with new values: list them under `x-known-values`, and keep the set open.',
      path: [...place.path, 'enum'],
    }))

export default openResponseSet
