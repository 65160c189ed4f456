import { readFileSync } from 'node:fs'

/** The fields of a package-lock.json entry that the checks read. */
export interface LockEntry {
  readonly name?: string
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  /** Whether it is bundled in the tarball of another package, whose integrity covers it, too. */
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

/** Reads the entries of a lock file. */
export function readLock(file: string): LockPackages {
  return JSON.parse(readFileSync(file, 'utf8')).packages
}

/** The name under which an entry was published, which differs from its path if it is installed under an alias. */
export function publishedName(path: string, entry: LockEntry): string {
  return entry.name ?? path.split('node_modules/').at(-1) ?? path
}
