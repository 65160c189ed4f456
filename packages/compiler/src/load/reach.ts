// Follows references in source files, before they are bundled.
import {
  isArray,
  isObject,
  isText,
  type Json,
  listAt,
  objectAt,
  type Path,
  toPointer,
  valueAt,
} from '../grammar/json.ts'
import { readReference } from './reference-text.ts'
import type { SourceFile } from './source-file.ts'

/** A part of a file. */
export interface Place {
  readonly file: SourceFile
  readonly path: Path
}

/** Returns a loaded file, or undefined. */
export type FileAt = (path: string) => SourceFile | undefined

/** Returns a unique ID for a place, however it is written. */
export function placeId({ file, path }: Place): string {
  return `${file.path}#${toPointer(path)}`
}

export function placeBelow({ file, path }: Place, key: string | number): Place {
  return { file, path: [...path, key] }
}

/** Returns the IDs of all places that these refer to, directly or not, including themselves. */
export function reach(starts: readonly Place[], root: SourceFile, fileAt: FileAt): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [...starts]
  for (let place = open.pop(); place; place = open.pop()) {
    if (found.has(placeId(place))) continue
    found.add(placeId(place))
    const { file } = place
    const value = valueAt(file.value, place.path)
    if (isObject(value) && value.discriminator !== undefined) open.push(...subtypesOf(placeId(place), root, fileAt))
    for (const reference of referencesIn(value)) {
      const target = targetOf(reference, file, fileAt)
      if (target) open.push(target)
      // The mapping of a discriminator may give just the name of a schema.
      if (/^[\w.-]+$/.test(reference)) open.push({ file: root, path: ['components', 'schemas', reference] })
    }
  }
  return found
}

const subtypes = new WeakMap<SourceFile, ReadonlyMap<string, readonly Place[]>>()

/**
 * Finds the schemas that extend one by `allOf`: a discriminator includes them, though nothing refers to them (OpenAPI 3.0.4
 * and 3.1.1, section Discriminator Object).
 */
function subtypesOf(id: string, root: SourceFile, fileAt: FileAt): readonly Place[] {
  const direct = subtypes.get(root) ?? findSubtypes(root, fileAt)
  subtypes.set(root, direct)
  const found = new Map<string, Place>()
  const open = [id]
  for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
    for (const place of direct.get(parent) ?? []) {
      if (found.has(placeId(place))) continue
      found.set(placeId(place), place)
      open.push(placeId(place))
    }
  }
  return [...found.values()]
}

function findSubtypes(root: SourceFile, fileAt: FileAt): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>()
  const schemas = isObject(root.value) ? objectAt(objectAt(root.value, 'components'), 'schemas') : {}
  for (const [name, schema] of Object.entries(schemas)) {
    for (const part of isObject(schema) ? listAt(schema, 'allOf') : []) {
      const target = isObject(part) && isText(part.$ref) ? targetOf(part.$ref, root, fileAt) : undefined
      const place: Place = { file: root, path: ['components', 'schemas', name] }
      if (target) found.set(placeId(target), [...(found.get(placeId(target)) ?? []), place])
    }
  }
  return found
}

/** Follows a place that is a `$ref` to the place that it stands for. */
export function followAliases(place: Place, fileAt: FileAt): Place {
  let at = place
  for (let depth = 0; depth < 100; depth++) {
    const value = valueAt(at.file.value, at.path)
    const target = isObject(value) && isText(value.$ref) ? targetOf(value.$ref, at.file, fileAt) : undefined
    if (target === undefined) break
    at = target
  }
  return at
}

function targetOf(reference: string, file: SourceFile, fileAt: FileAt): Place | undefined {
  const { path, keys } = readReference(reference, file)
  const target = path === file.path ? file : fileAt(path)
  return target && { file: target, path: keys }
}

const known = new WeakMap<object, readonly string[]>()

/** Finds all references in a value, including those in discriminator mappings. */
function referencesIn(value: Json | undefined): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  const before = known.get(value)
  if (before) return before
  const found = new Set<string>()
  const open: Json[] = [value]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (isArray(part)) open.push(...part)
    if (!isObject(part)) continue
    if (isText(part.$ref)) found.add(part.$ref)
    for (const target of Object.values(objectAt(objectAt(part, 'discriminator'), 'mapping'))) {
      if (isText(target)) found.add(target)
    }
    open.push(...Object.values(part))
  }
  known.set(value, [...found])
  return [...found]
}
