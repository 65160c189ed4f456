import { readFileSync } from 'node:fs'

/** What the checks read of one entry of a package-lock.json. */
export interface LockEntry {
  readonly name?: string
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  /** It comes within the tarball of another, whose integrity holds it, too. */
  readonly inBundle?: boolean
  readonly license?: string
  readonly hasInstallScript?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>
}

/** The entries of a package-lock.json, by path. */
export type LockPackages = Readonly<Record<string, LockEntry>>

/** The entries of a lock file. */
export function readLock(file: string): LockPackages {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The name under which an entry was published: an alias installs it under another. */
export function publishedName(path: string, entry: LockEntry): string {
  return entry.name ?? path.split('node_modules/').at(-1) ?? path
}
