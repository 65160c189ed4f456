import { isObject, isText, type Json, objectAt, type Path, toPointer, valueAt } from '../grammar/json.ts'
import { componentTypes } from '../grammar/openapi-object.ts'
import { readReference } from './reference-text.ts'
import { displayPath } from './regular-file.ts'
import { below, type Location, locate, type Report, type SourceFile, type SourceLoader } from './source-file.ts'

/** The target of a `$ref`. */
export interface Target {
  readonly value: Json
  readonly location: Location
  /** An ID that all references to the same place share. */
  readonly id: string
}

export interface References {
  /** Resolves a `$ref`; reports it and returns undefined if it does not resolve. */
  readonly follow: (value: Json | undefined, at: Location) => Target | undefined
  /**
   * The `#/components/…` by the ID of every place that stands for a component: its entry, and the files that the
   * entry refers to.
   */
  readonly components: ReadonlyMap<string, string>
}

export function createReferences(root: SourceFile, sources: SourceLoader, report: Report): References {
  const resolveAt = (value: Json | undefined, at: Location): Target | string | undefined => {
    const reference = isObject(value) ? value.$ref : undefined
    return isText(reference) ? resolveReference(reference, at, sources) : undefined
  }
  const follow = (value: Json | undefined, at: Location): Target | undefined => {
    const target = resolveAt(value, at)
    if (typeof target === 'string') report.add(below(at, '$ref'), target)
    return typeof target === 'string' ? undefined : target
  }

  const entries = componentEntries(root)
  const components = new Map(entries.map(({ id, reference }) => [id, reference]))
  const files = new Map<string, string>()
  for (const { value, location, reference } of entries) {
    const chain = new Set<string>()
    let target = isAlias(value) ? resolveAt(value, location) : undefined
    while (target !== undefined && typeof target !== 'string' && !components.has(target.id)) {
      if (chain.has(target.id)) {
        report.add(below(location, '$ref'), 'is circular; give the component content')
        break
      }
      chain.add(target.id)
      if (!isAlias(target.value)) break
      target = resolveAt(target.value, target.location)
    }
    for (const id of chain) if (!files.has(id)) files.set(id, reference)
  }
  return { follow, components: new Map([...files, ...components]) }
}

/** A component, and the path from it to a place within it. */
export interface ComponentAround {
  /** `#/components/…`. */
  readonly reference: string
  readonly rest: Path
}

/** Finds the innermost matching component that contains, or is, a place in a file. */
export function componentAround(
  components: ReadonlyMap<string, string>,
  file: string,
  path: Path,
  isLookedFor: (reference: string) => boolean = () => true,
): ComponentAround | undefined {
  for (let depth = path.length; depth >= 0; depth--) {
    const reference = components.get(`${file}#${toPointer(path.slice(0, depth))}`)
    if (reference !== undefined && isLookedFor(reference)) return { reference, rest: path.slice(depth) }
  }
  return undefined
}

/** Whether nothing beside a `$ref` affects its meaning, so that it is equivalent to its target. */
function isAlias(value: Json): boolean {
  const beside = isObject(value) ? Object.keys(value) : []
  return beside.every((key) => key === '$ref' || key === 'summary' || key === 'description' || key.startsWith('x-'))
}

interface Entry extends Target {
  readonly reference: string
}

function componentEntries(root: SourceFile): readonly Entry[] {
  const all = isObject(root.value) ? objectAt(root.value, 'components') : {}
  return Object.keys(componentTypes).flatMap((section) =>
    Object.entries(objectAt(all, section)).map(([name, value]) => {
      const path = ['components', section, name]
      const reference = `#${toPointer(path)}`
      return { value, location: locate(root, path), id: root.path + reference, reference }
    }),
  )
}

/** Resolves a reference to its target; returns a message if there is none. */
function resolveReference(reference: string, at: Location, sources: SourceLoader): Target | string | undefined {
  if (/^[a-z][a-z0-9+.-]+:/i.test(reference)) {
    return `\`${reference}\` is remote, and nothing is fetched; keep a copy beside this file and refer to that`
  }
  const { path, keys, isPointer } = readReference(reference, at.file)
  if (!sources.exists(path)) {
    return `leads to ${displayPath(path)}, which does not exist; correct the path or add the file`
  }
  const file = sources.load(path)
  if (!file) return undefined
  const value = valueAt(file.value, keys)
  if (value === undefined || !isPointer) return `\`${reference}\` does not resolve; correct the pointer after the #`
  return { value, location: locate(file, keys), id: `${path}#${toPointer(keys)}` }
}
