import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

const here = import.meta.dirname
/** Within this package, so that a program finds the external packages. */
const folder = join(here, '../../node_modules/.cache/bench')

/** Bundles a program of this folder, as a user's program would be compiled, so that compiling is not measured. */
export async function compile(name: string): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(here, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@partner-upgrades/source'],
    external: ['pg', 'pg-boss'],
    logLevel: 'warning',
  })
  return outfile
}
