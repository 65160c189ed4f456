import { isObject } from './support/json.js'

const empty = new Set(['a', 'an', 'the', 'of', 'for', 'this', 'that', 'is', 'its'])

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const informativeDescription = (target, _options, { path }) => {
  if (!isObject(target)) return []
  const name = typeof target.name === 'string' ? target.name : String(path.at(-1))
  const { description } = target
  if (typeof description !== 'string' || description.trim() === '') {
    return [{ message: `\`${name}\` has no description.` }]
  }
  const known = new Set(wordsOf(name))
  const adds = wordsOf(description).some((word) => !known.has(word) && !empty.has(word))
  return adds
    ? []
    : [{ message: `The description of \`${name}\` only repeats its name; say what a reader cannot guess.` }]
}

/** @param {string} text */
function wordsOf(text) {
  return text
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
}

export default informativeDescription
