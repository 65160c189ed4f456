import { everySchema, isOfType } from './support/schemas.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const openResponseSet = (schema, _options, { path }) =>
  everySchema(schema, path)
    .filter((place) => place.schema.type === undefined || isOfType(place.schema, 'string'))
    .flatMap((place) =>
      ['enum', 'const']
        .filter((keyword) => place.schema[keyword] !== undefined)
        .map((keyword) => ({
          message: 'A service may answer with new values: list them under `x-known-values`, and keep the set open.',
          path: [...place.path, keyword],
        })),
    )

export default openResponseSet
