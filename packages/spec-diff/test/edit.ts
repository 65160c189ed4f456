import type { Change } from '../src/change.ts'
import { isArray, isObject, type JsonObject } from '../src/json.ts'

/** An edit of a document. */
export type Edit = (document: JsonObject) => JsonObject

/** An edit, its impact on users of the API, and part of the expected description. */
export type Case = readonly [name: string, edit: Edit, impact: Change['impact'] | undefined, says: string]

/** Sets the value at a path whose steps are separated by spaces. */
export function set(path: string, value: unknown): Edit {
  return (document) => changed(document, path.split(' '), () => value)
}

/** Removes the value at a path. */
export function remove(path: string): Edit {
  return (document) => changed(document, path.split(' '), () => undefined)
}

/** Appends a member to the list at a path. */
export function push(path: string, member: unknown): Edit {
  return (document) => changed(document, path.split(' '), (list) => [...(isArray(list) ? list : []), member])
}

/** Removes a member from the list at a path. */
export function drop(path: string, member: unknown): Edit {
  return (document) =>
    changed(document, path.split(' '), (list) => (isArray(list) ? list.filter((each) => each !== member) : list))
}

/** Combines several edits into one change. */
export function all(...edits: readonly Edit[]): Edit {
  return (document) => edits.reduce((edited, edit) => edit(edited), document)
}

function changed(
  object: JsonObject,
  [name = '', ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): JsonObject {
  const value = object[name]
  const isList = isArray(value) && rest.length > 0
  const inner = isList ? { ...value } : isObject(value) ? value : {}
  const edited = rest.length === 0 ? change(value) : changed(inner, rest, change)
  if (edited === undefined) {
    const { [name]: gone, ...others } = object
    return others
  }
  return { ...object, [name]: isList ? Object.values(isObject(edited) ? edited : {}) : edited }
}
