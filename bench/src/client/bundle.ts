import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Where what is imported lies. */
export interface Place {
  /** The folder to import from. */
  readonly folder: string
  /** Where packages are that are not there. */
  readonly modules?: string
  /** Which entries of packages to take, besides the usual ones. */
  readonly conditions?: readonly string[]
}

/** All that a module exports, in a bundle for browsers: bytes, minified and gzipped. */
export async function bundledSize(specifier: string, { folder, modules, conditions = [] }: Place): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [specifier],
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: [...conditions],
    nodePaths: modules === undefined ? [] : [modules],
    logLevel: 'error',
  })
  const text = outputFiles[0]?.text ?? ''
  // How well the hash of one contract happens to compress is no difference between two of them.
  return gzipSync(text.replace(/\b[\da-f]{64}\b/g, anyHash), { level: 9 }).length
}

const anyHash = createHash('sha256').digest('hex')
