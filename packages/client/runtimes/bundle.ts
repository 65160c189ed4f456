import { builtinModules } from 'node:module'
import { build } from 'esbuild'

/** A program in one file, for runtimes that cannot load packages. */
export interface Bundle {
  readonly code: string
  /** Imports that are not part of the bundle: Node's built-in modules. */
  readonly outside: readonly string[]
}

/**
 * Bundles a file or a package, resolved from a folder, for a neutral platform, without polyfills. Node's built-in modules stay external;
 * all other imports must resolve.
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
