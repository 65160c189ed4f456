import { readFileSync } from 'node:fs'

/** What the program reads of its own package.json. */
interface Manifest {
  readonly version: string
  /** Where the documentation is; written when a package is published. */
  readonly homepage?: string
}

/** The package.json of the command line, which lies above its sources and above what is built of them. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
}
