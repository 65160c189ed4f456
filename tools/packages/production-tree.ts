import type { LockEntry, LockPackages } from '../lock.ts'

/** The lock entries that are installed with one workspace, by their paths in its user's project. */
export type ProductionTree = Readonly<Record<string, LockEntry>>

/**
 * Reads from the lock file what a user of the workspace at `path` installs with it: dependencies, required peers and
 * theirs. Development dependencies and optional peers are left out.
 *
 * @throws Error if the lock file has no entry for one of them
 */
export function productionTree(lock: LockPackages, path: string): ProductionTree {
  const places = new Map<string, string>()
  // Nearest first, as npm installs: the direct dependencies of the workspace are at the top.
  const queue: { readonly from: string; readonly fromPlace: string }[] = [{ from: path, fromPlace: '' }]
  for (const { from, fromPlace } of queue) {
    for (const name of needs(lock[from])) {
      const found = resolve(lock, from, name)
      const wanted = placeFor(lock, found, path)
      // Of two versions of one package, the second is nested inside the package that needs it.
      const place = (places.get(wanted) ?? found) === found ? wanted : `${fromPlace}/node_modules/${name}`
      if (places.has(place)) continue
      places.set(place, found)
      queue.push({ from: realPath(lock, found), fromPlace: place })
    }
  }
  const entries = [...places].map(([place, found]): [string, LockEntry] => [place, lock[realPath(lock, found)] ?? {}])
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function needs(entry: LockEntry | undefined): readonly string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = entry ?? {}
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true)
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers]
}

/** Resolves a package as Node does: in the nearest node_modules, then in those above. */
function resolve(lock: LockPackages, from: string, name: string): string {
  for (let folder = from; ; folder = folder.replace(/(^|\/)[^/]+$/, '')) {
    const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`
    if (candidate in lock) return candidate
    if (folder === '') throw new Error(`The lock file has no entry for ${name}, which ${from} needs: run npm install.`)
  }
}

/** A workspace is a link in the lock file; its dependencies are listed at the target of the link. */
function realPath(lock: LockPackages, path: string): string {
  return lock[path]?.link === true ? (lock[path].resolved ?? path) : path
}

/** `packages/bulk/node_modules/a` is placed beside bulk for users of bulk, and inside it for users of another package. */
function placeFor(lock: LockPackages, found: string, self: string): string {
  if (found.startsWith(`${self}/`)) return found.slice(self.length + 1)
  const owner = Object.entries(lock).find(([, { link, resolved }]) => link === true && found.startsWith(`${resolved}/`))
  return owner === undefined ? found : found.replace(owner[1].resolved ?? '', owner[0])
}
