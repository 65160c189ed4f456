import { dirname, join } from 'node:path/posix'

/** An import of one file by another; both paths are relative to the root, with slashes. */
export interface Import {
  readonly from: string
  readonly to: string
}

/**
 * Cycles between folders. The entries of each folder (its files, and its subfolders as a whole) must not import each other in a cycle. A
 * cycle is reported as the entries on it, such as `src/a -> src/b -> src/a`, beginning with the first by name.
 */
export function folderCycles(imports: readonly Import[]): readonly string[] {
  const levels = new Map<string, Map<string, Set<string>>>()
  for (const { from, to } of imports) {
    const level = commonFolder(from, to)
    const [entry, target] = [entryIn(level, from), entryIn(level, to)]
    if (entry === target) continue
    const edges = levels.get(level) ?? new Map<string, Set<string>>()
    levels.set(level, edges.set(entry, (edges.get(entry) ?? new Set()).add(target)))
  }
  return [...levels.values()].flatMap(cyclesIn).sort()
}

function commonFolder(one: string, other: string): string {
  let folder = dirname(one)
  while (folder !== '.' && !other.startsWith(`${folder}/`)) folder = dirname(folder)
  return folder
}

/** The file or subfolder of a folder that a path leads through. */
function entryIn(folder: string, path: string): string {
  const steps = folder === '.' ? 0 : folder.split('/').length
  return join(...path.split('/').slice(0, steps + 1))
}

/** One shortest cycle through each entry that is on a cycle, without duplicates. */
function cyclesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const cycles = [...edges.keys()].flatMap((entry) => {
    const cycle = shortestPath(edges, entry)
    if (cycle === undefined) return []
    const first = cycle.indexOf([...cycle].sort()[0] ?? entry)
    const turned = [...cycle.slice(first), ...cycle.slice(0, first)]
    return [[...turned, turned[0]].join(' -> ')]
  })
  return [...new Set(cycles)]
}

/** The entries on a shortest path from an entry back to itself. */
function shortestPath(edges: ReadonlyMap<string, ReadonlySet<string>>, start: string): readonly string[] | undefined {
  const reached = new Set<string>()
  let paths: readonly (readonly string[])[] = [[start]]
  while (paths.length > 0) {
    const next: (readonly string[])[] = []
    for (const path of paths) {
      for (const target of edges.get(path.at(-1) ?? start) ?? []) {
        if (target === start) return path
        if (!reached.has(target)) next.push([...path, target])
        reached.add(target)
      }
    }
    paths = next
  }
  return undefined
}
