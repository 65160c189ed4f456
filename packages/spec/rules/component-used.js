import { entriesOf, isObject } from './support/json.js'

/** @type {import('@stoplight/spectral-core').RulesetFunction} */
const componentUsed = (document, _options, { document: { source }, documentInventory }) => {
  if (!isObject(document)) return []
  const root = toUrl(source ?? '/document')
  const files = [
    [root, document],
    ...Object.entries(documentInventory.referencedDocuments).map(([path, { data }]) => [toUrl(path), data]),
  ]
  /** @type {Map<string, Set<string>>} The places of all references, by target. */
  const places = new Map()
  for (const [url, data] of files) findReferences(data, String(url), '', places)
  const schemes = new Set(files.flatMap(([, data]) => namesOfSchemes(data)))
  return entriesOf(document.components).flatMap(([section, entries]) =>
    entriesOf(entries).flatMap(([name, entry]) => {
      if (
        section === 'securitySchemes'
          ? schemes.has(name)
          : isUsed(`${root}#/components/${section}/${name}`, entry, places)
      ) {
        return []
      }
      return [{ message: `Nothing refers to ${name}; use it or remove it.`, path: ['components', section, name] }]
    }),
  )
}

/**
 * @param {string} id
 * @param {unknown} entry
 * @param {Map<string, Set<string>>} places
 */
function isUsed(id, entry, places) {
  const file = isObject(entry) && typeof entry.$ref === 'string' ? resolve(entry.$ref, id) : undefined
  return [...places].some(([target, from]) => {
    const isIt = target === id || target.startsWith(`${id}/`) || target === file
    return isIt && [...from].some((place) => place !== id && !place.startsWith(`${id}/`))
  })
}

/**
 * @param {unknown} value
 * @param {string} url
 * @param {string} pointer
 * @param {Map<string, Set<string>>} places
 */
function findReferences(value, url, pointer, places) {
  if (typeof value !== 'object' || value === null) return
  if (isObject(value) && typeof value.$ref === 'string') {
    const target = resolve(value.$ref, url)
    places.set(target, (places.get(target) ?? new Set()).add(`${url}#${pointer}`))
  }
  for (const [key, member] of Object.entries(value)) findReferences(member, url, `${pointer}/${key}`, places)
}

/** @param {unknown} value @returns {string[]} */
function namesOfSchemes(value) {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, member]) => {
    if (key !== 'security' || !Array.isArray(member)) return namesOfSchemes(member)
    return member.flatMap((requirement) => entriesOf(requirement).map(([name]) => name))
  })
}

/**
 * @param {string} reference
 * @param {string} base
 */
function resolve(reference, base) {
  const url = new URL(reference, base)
  const fragment = decodeURIComponent(url.hash.slice(1)).replace(/^$|^\/$/, '')
  url.hash = ''
  return fragment === '' ? url.href : `${url.href}#${fragment}`
}

/** @param {string} source */
function toUrl(source) {
  return new URL(source, 'file:///').href
}

export default componentUsed
