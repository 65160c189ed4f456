/** @typedef {import('@stoplight/spectral-core').RulesetFunctionContext} Context */
/** @typedef {(string | number)[]} Path */

/**
 * The file and path of a part of the resolved document, with all references followed; undefined if unknown.
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
 * Whether a part is a component or has its own file, rather than being inline.
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
