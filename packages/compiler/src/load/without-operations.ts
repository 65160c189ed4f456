import { fromPointer, isObject, type Json, type JsonObject, toPointer } from '../grammar/json.ts'
import type { Omission } from './omitted-operations.ts'
import { type OperationReach, reachOfOperations } from './operation-users.ts'
import { reach } from './reach.ts'
import { componentAround } from './references.ts'
import type { Repairs } from './repairs.ts'
import { locate, type SourceFile, type SourceLoader } from './source-file.ts'

/**
 * Removes the paths whose operations are all left out, and the components that no other operation uses, so that their
 * problems are no longer reported.
 *
 * @param components The references to components, by the ID of each place that stands for one.
 */
export function withoutOperations(
  root: SourceFile,
  components: ReadonlyMap<string, string>,
  sources: SourceLoader,
  omission: Omission,
  repairs: Repairs,
): Json {
  const { value } = root
  if (!isObject(value)) return value
  const fileAt = (path: string): SourceFile | undefined => (sources.exists(path) ? sources.load(path) : undefined)
  const all = reachOfOperations(root, fileAt)
  const rest = all.filter(({ operation, path, method }) => !omission.leavesOut(operation, path, method))
  const others = Object.keys(value).filter((key) => key !== 'paths' && key !== 'components')
  const elsewhere = reach(
    others.map((key) => ({ file: root, path: [key] })),
    root,
    fileAt,
  )
  const used = new Set<string>()
  for (const places of [elsewhere, ...rest.map((each) => each.places)]) {
    for (const id of places) {
      const at = id.indexOf('#')
      const around = componentAround(components, id.slice(0, at), fromPointer(id.slice(at + 1)))
      if (around) used.add(around.reference)
    }
  }
  return {
    ...value,
    ...(isObject(value.paths) ? { paths: remainingPaths(value.paths, all, rest) } : {}),
    ...(isObject(value.components) ? { components: usedComponents(value.components, used, root, repairs) } : {}),
  }
}

/** Removes paths that have lost all their operations; paths that never had one stay. */
function remainingPaths(
  paths: JsonObject,
  all: readonly OperationReach[],
  rest: readonly OperationReach[],
): JsonObject {
  const left = new Set(rest.map(({ path }) => path))
  const gone = new Set(all.map(({ path }) => path).filter((path) => !left.has(path)))
  return Object.fromEntries(Object.entries(paths).filter(([path]) => !gone.has(path)))
}

function usedComponents(
  components: JsonObject,
  used: ReadonlySet<string>,
  root: SourceFile,
  repairs: Repairs,
): JsonObject {
  const sections = Object.keys(components).map((section) => {
    const entries = components[section]
    if (!isObject(entries) || section.startsWith('x-')) return [section, entries]
    const kept = Object.entries(entries).filter(([name]) => {
      const path = ['components', section, name]
      const isUsed = used.has(`#${toPointer(path)}`)
      if (!isUsed) repairs.note('unused', locate(root, path), 'is a component that nothing uses')
      return isUsed
    })
    return [section, Object.fromEntries(kept)]
  })
  return Object.fromEntries(sections)
}
