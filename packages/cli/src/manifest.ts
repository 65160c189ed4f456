import { readFileSync } from 'node:fs'

/** The fields that the program reads from its own package.json. */
interface Manifest {
  readonly version: string
  /** The address of the documentation; set when the package is published. */
  readonly homepage?: string
}

/** Reads the package.json of the command line, which is one folder above both the sources and the build. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
}
