import { everySchema, isOfType } from './support/schemas.js'

const open = 'A service may return new values: list known ones under `x-known-values`, and keep the set open.'
const more = 'A service may return new properties: do not forbid them.'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const openResponseSet = (schema, _options, { path }) =>
  everySchema(schema, path).flatMap((place) => {
    const isText = place.schema.type === undefined || isOfType(place.schema, 'string')
    const sets = ['enum', 'const'].filter((keyword) => isText && place.schema[keyword] !== undefined)
    const closings = ['additionalProperties', 'unevaluatedProperties'].filter(
      (keyword) => place.schema[keyword] === false,
    )
    return [
      ...sets.map((keyword) => ({ message: open, path: [...place.path, keyword] })),
      ...closings.map((keyword) => ({ message: more, path: [...place.path, keyword] })),
    ]
  })

export default openResponseSet
