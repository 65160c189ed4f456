import { STATUS_CODES } from 'node:http'
import { isObject } from './support/json.js'

const empty = new Set(['a', 'an', 'the', 'of', 'for', 'this', 'that', 'is', 'its'])

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const informativeDescription = (target, _options, { path }) => {
  if (!isObject(target)) return []
  const name = nameOf(target, path)
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

/**
 * @param {Record<string, unknown>} target
 * @param {(string | number)[]} path
 */
function nameOf(target, path) {
  // The name of an operation, a parameter or a known value.
  const own = [target.operationId, target.name, target.value].find((name) => typeof name === 'string')
  const key = String(path.at(-1))
  const phrase = path.at(-2) === 'responses' ? STATUS_CODES[key] : undefined
  return own ?? (phrase ? `${key} ${phrase}` : key)
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
