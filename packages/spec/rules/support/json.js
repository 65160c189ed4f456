/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The value at a path, or undefined.
 *
 * @param {unknown} value
 * @param {readonly (string | number)[]} path
 * @returns {unknown}
 */
export const valueAt = (value, path) =>
  path.reduce((/** @type {unknown} */ found, key) => {
    if (Array.isArray(found)) return found[Number(key)]
    return isObject(found) ? found[key] : undefined
  }, value)

/**
 * The members of an object; none of anything else.
 *
 * @param {unknown} value
 * @returns {[string, unknown][]}
 */
export const entriesOf = (value) => (isObject(value) ? Object.entries(value) : [])

/**
 * The items of a list; none of anything else.
 *
 * @param {unknown} value
 * @returns {unknown[]}
 */
export const itemsOf = (value) => (Array.isArray(value) ? value : [])
