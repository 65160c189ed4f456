import { builtinModules } from 'node:module'
import { build } from 'esbuild'

/** A program in one file, for what knows no packages. */
export interface Bundle {
  readonly code: string
  /** What the program imports and the bundle does not hold: modules of Node itself. */
  readonly outside: readonly string[]
}

/**
 * Bundles a file or a package, as seen from a folder, for no platform in particular: nothing stands in for what is missing. Modules of
 * Node stay outside, and everything else has to be there.
 */
export async function bundle(folder: string, entry: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: folder,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    external: ['node:*', ...builtinModules],
  })
  const imports = Object.values(metafile.inputs).flatMap((input) => input.imports)
  const outside = imports.filter(({ external }) => external).map(({ path }) => path)
  return { code: outputFiles[0]?.text ?? '', outside: [...new Set(outside)] }
}
