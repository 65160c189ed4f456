import { entriesOf, isObject } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { names: string[] }>} */
const headerCase = (target, { names }, { path }) => {
  if (!isObject(target)) return []
  if (typeof target.name === 'string' && typeof target.in === 'string') {
    return target.in === 'header' ? check(target.name, names, [...path, 'name']) : []
  }
  return entriesOf(target).flatMap(([name]) => check(name, names, [...path, name]))
}

/**
 * @param {string} name
 * @param {string[]} names Names with a non-standard spelling.
 * @param {(string | number)[]} path
 */
function check(name, names, path) {
  const own = names.find((known) => known.toLowerCase() === name.toLowerCase())
  const canonical = own ?? name.toLowerCase().replaceAll(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
  return name === canonical ? [] : [{ message: `The header is spelt ${canonical}.`, path }]
}

export default headerCase
