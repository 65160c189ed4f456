import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly overrides?: Readonly<Record<string, unknown>>
}

/** The libraries that none of these projects depends on. */
export function unknownLibraries(libraries: readonly string[], manifests: readonly Manifest[]): readonly string[] {
  const asked = new Set(
    manifests.flatMap(({ dependencies, devDependencies, peerDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies }),
    ),
  )
  return libraries.filter((library) => !asked.has(library))
}

/** The highest major version of a library that any of these examples pins; 0 if none does. */
export function highestMajor(manifests: readonly Manifest[], library: string): number {
  return Math.max(0, ...manifests.map((manifest) => majorOf(manifest, library)))
}

/**
 * The manifest with the newest version of a library. An example that shows an older major version keeps to that; one without
 * a direct dependency on the library gets the newest version wherever its dependencies need it.
 */
export function withNewest(manifest: Manifest, library: string, highest: number): Manifest {
  const pinned = majorOf(manifest, library)
  const range = pinned === 0 || pinned === highest ? 'latest' : `^${pinned}`
  const raise = (wanted: Readonly<Record<string, string>> = {}) =>
    library in wanted ? { ...wanted, [library]: range } : wanted
  if (pinned === 0) return { ...manifest, overrides: { ...manifest.overrides, [library]: range } }
  return { ...manifest, dependencies: raise(manifest.dependencies), devDependencies: raise(manifest.devDependencies) }
}

function majorOf({ dependencies, devDependencies }: Manifest, library: string): number {
  return Number.parseInt({ ...dependencies, ...devDependencies }[library] ?? '0', 10)
}

/** Makes each of these projects use the newest version of a library. */
export function takeNewest(folders: readonly string[], library: string): void {
  const files = folders.map((folder) => join(folder, 'package.json'))
  const manifests = files.map((file): Manifest => JSON.parse(readFileSync(file, 'utf8')))
  const highest = highestMajor(manifests, library)
  files.forEach((file, index) => {
    writeFileSync(file, `${JSON.stringify(withNewest(manifests[index] ?? {}, library, highest), null, 2)}\n`)
  })
}
