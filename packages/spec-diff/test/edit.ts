import type { Change } from '../src/change.ts'
import { isArray, isObject, type JsonObject } from '../src/json.ts'

/** A small edit of a document. */
export type Edit = (document: JsonObject) => JsonObject

/** One edit, what it means to who uses the API, and some of the words that say so. */
export type Case = readonly [name: string, edit: Edit, impact: Change['impact'] | undefined, says: string]

/** Writes a value, by a path whose steps are separated by spaces. */
export function set(path: string, value: unknown): Edit {
  return (document) => changed(document, path.split(' '), () => value)
}

/** Takes something out. */
export function remove(path: string): Edit {
  return (document) => changed(document, path.split(' '), () => undefined)
}

/** Adds a member at the end of a list. */
export function push(path: string, member: unknown): Edit {
  return (document) => changed(document, path.split(' '), (list) => [...(isArray(list) ? list : []), member])
}

/** Takes a member out of a list. */
export function drop(path: string, member: unknown): Edit {
  return (document) =>
    changed(document, path.split(' '), (list) => (isArray(list) ? list.filter((each) => each !== member) : list))
}

/** Several edits that make one change. */
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
