import { entriesOf, isObject, itemsOf } from './support/json.js'

/** Keywords whose keys are names, not keywords: a header named X-Locale is not an extension. */
const maps = new Set(['headers', 'parameters', 'properties', 'patternProperties', 'schemas', 'responses', 'variables'])

/** Keywords whose values are data, in which extensions have no meaning. */
const data = new Set(['value', 'example', 'default', 'enum', 'const'])

/** @type {import('@stoplight/spectral-core').RulesetFunction<unknown, { names: string[] }>} */
const knownExtension = (document, { names }, { path }) => {
  /** @type {Set<unknown>} */
  const seen = new Set()
  /**
   * @param {unknown} part
   * @param {(string | number)[]} at
   * @returns {{ message: string, path: (string | number)[] }[]}
   */
  const search = (part, at) => {
    if (seen.has(part)) return []
    seen.add(part)
    const isMap = maps.has(String(at.at(-1))) && !maps.has(String(at.at(-2)))
    const items = itemsOf(part).flatMap((item, index) => (isObject(item) ? search(item, [...at, index]) : []))
    const members = entriesOf(part).flatMap(([key, member]) => [
      ...(!isMap && /^x-/.test(key) && !names.includes(key) ? [problem(key, [...at, key])] : []),
      ...(!isMap && data.has(key) ? [] : search(member, [...at, key])),
    ])
    return [...items, ...members]
  }
  /**
   * @param {string} key
   * @param {(string | number)[]} at
   */
  const problem = (key, at) => ({
    message: `\`${key}\` is not a known extension; correct it, or add it to \`names\`, which lists ${names.join(', ')}.`,
    path: at,
  })
  return search(document, path)
}

export default knownExtension
