import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the benchmarks. */
export const benchFolder: string = join(import.meta.dirname, '..')

/** The folder of the whole workspace. */
export const workspace: string = join(benchFolder, '..')

/** What the benchmarks read of a package.json. */
export interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** A package of the benchmarks with the version installed, as `msw 3.0.5`. */
export function withVersion(name: string, shown: string = name): string {
  return `${shown} ${readManifest(join(benchFolder, 'node_modules', name)).version}`
}
