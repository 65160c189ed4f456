import { entriesOf, isObject } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const bodyExample = (mediaType, _options, { path }) => {
  if (!isObject(mediaType) || mediaType.example !== undefined || entriesOf(mediaType.examples).length > 0) return []
  return [{ message: `The ${path.at(-1)} body has no example; add one under \`examples\`.` }]
}

export default bodyExample
