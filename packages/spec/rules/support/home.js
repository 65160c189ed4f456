/** @typedef {import('@stoplight/spectral-core').RulesetFunctionContext} Context */
/** @typedef {(string | number)[]} Path */

/**
 * Where something was written, with all references followed; undefined if that cannot be told.
 *
 * @param {Path} path Into the resolved document.
 * @param {Context} context
 * @returns {{ file: string | null, path: Path } | undefined}
 */
export function homeOf(path, { documentInventory }) {
  const item = documentInventory.findAssociatedItemForPath(path, true)
  return item ? { file: item.document.source, path: item.path } : undefined
}

/**
 * Whether something is a component, or a file of its own, rather than written in place.
 *
 * @param {Path} path Into the resolved document.
 * @param {Context} context
 */
export function isShared(path, context) {
  const home = homeOf(path, context)
  if (!home) return false
  return home.path.length === 0 || (home.path.length === 3 && home.path[0] === 'components')
}

/**
 * The resolved document.
 *
 * @param {Context} context
 * @returns {unknown}
 */
export function resolvedDocument({ documentInventory }) {
  return 'resolved' in documentInventory ? documentInventory.resolved : undefined
}
