import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { workspaceFolders } from '../workspaces.ts'

/** The fields of a package.json that the checks read. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly license?: string
  readonly engines?: { readonly node?: string }
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** A workspace that `npm publish` would publish. */
export interface PublishedPackage {
  readonly manifest: Manifest
  /** Its absolute path. */
  readonly folder: string
  /** Its path in the lock file: relative to the root, with slashes. */
  readonly path: string
  /** Its name without the scope. */
  readonly shortName: string
}

/** All workspaces below `root` that are not private. */
export function publishedPackages(root: string): readonly PublishedPackage[] {
  return workspaceFolders(root).flatMap((folder) => {
    const manifest: Manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (manifest.private === true) return []
    const path = relative(root, folder).replaceAll('\\', '/')
    return [{ manifest, folder, path, shortName: manifest.name.replace(/^.*\//, '') }]
  })
}
