import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A tarball that `npm pack` made of a folder. */
export interface Tarball {
  readonly name: string
  /** Its absolute path. */
  readonly file: string
  /** The paths of the files in it. */
  readonly paths: readonly string[]
  /** The unpacked size in bytes. */
  readonly unpackedSize: number
}

interface PackedByNpm {
  readonly name: string
  readonly filename: string
  readonly unpackedSize: number
  readonly files: readonly { readonly path: string }[]
}

/** Packs folders as they would be published, into an existing folder. */
export async function pack(folders: readonly string[], into: string): Promise<readonly Tarball[]> {
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', into, ...folders]
  const { stdout } = await run('npm', args, { cwd: into, maxBuffer: 1e8 })
  const packed: Readonly<Record<string, PackedByNpm>> = JSON.parse(stdout)
  return Object.values(packed).map(({ name, filename, unpackedSize, files }) => ({
    name,
    file: join(into, filename),
    paths: files.map(({ path }) => path),
    unpackedSize,
  }))
}
