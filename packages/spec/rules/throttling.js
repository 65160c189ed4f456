import { entriesOf, isObject, valueAt } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const throttling = (operation, _options, { path }) => {
  const answer = valueAt(operation, ['responses', '429'])
  if (!isObject(answer)) {
    return [
      { message: 'The operation does not describe a response to throttling; add a 429.', path: [...path, 'responses'] },
    ]
  }
  const at = [...path, 'responses', '429']
  const names = entriesOf(answer.headers).map(([name]) => name.toLowerCase())
  return [
    ...(names.includes('retry-after')
      ? []
      : [{ message: 'A 429 must say how long to wait; add `Retry-After`.', path: at }]),
    ...(entriesOf(answer.content).length > 0
      ? []
      : [{ message: 'A 429 must describe its body; add `content`.', path: at }]),
  ]
}

export default throttling
