import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

/** Where to resolve imports. */
export interface Place {
  /** The folder to import from. */
  readonly folder: string
  /** A further `node_modules` folder, for packages that `folder` does not have. */
  readonly modules?: string
  /** Export conditions in addition to the usual ones. */
  readonly conditions?: readonly string[]
}

/** Returns the size in bytes of a browser bundle of all exports of a module, minified and gzipped. */
export async function bundledSize(specifier: string, place: Place): Promise<number> {
  const { outputFiles } = await bundle(specifier, place)
  const text = outputFiles[0]?.text ?? ''
  // Replace the contract's hash: how well a hash happens to compress must not make a difference between two contracts.
  return gzipSync(text.replace(/\b[\da-f]{64}\b/g, anyHash), { level: 9 }).length
}

/** Returns the files of such a bundle, each with its bytes in it: minified, but not gzipped, as files share what is compressed. */
export async function bundledFiles(specifier: string, place: Place): Promise<ReadonlyMap<string, number>> {
  const { metafile } = await bundle(specifier, place)
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs))
  return new Map(inputs.map(([file, { bytesInOutput }]) => [file, bytesInOutput]))
}

function bundle(specifier: string, { folder, modules, conditions = [] }: Place) {
  return build({
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
    metafile: true,
  })
}

const anyHash = createHash('sha256').digest('hex')
