import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of the benchmarks. */
export const benchFolder: string = join(import.meta.dirname, '..')

/** The folder of the whole workspace. */
export const workspace: string = join(benchFolder, '..')

/** The export condition that resolves our packages to their sources. */
export const source = '@partner-upgrades/source'

/** The part of a package.json that the benchmarks read. */
export interface Manifest {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** Returns the name and installed version of a package of the benchmarks, such as `msw 3.0.5`. */
export function withVersion(name: string, shown: string = name): string {
  return `${shown} ${readManifest(join(benchFolder, 'node_modules', name)).version}`
}
