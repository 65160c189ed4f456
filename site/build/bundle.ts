import { join } from 'node:path'
import { build } from 'esbuild'

const folder = join(import.meta.dirname, '../browser')

/** The scripts of the site, with the entry file of each. Classic scripts: a page opened from a file cannot load modules. */
const entries = {
  scheme: 'scheme.ts',
  site: 'site.ts',
  playground: 'playground/main.ts',
  life: 'life/main.ts',
}

/** Bundles the scripts into a folder. */
export async function bundle(outFolder: string): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, join(folder, file)])),
    outdir: outFolder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    conditions: ['@partner-upgrades/source'],
    logLevel: 'warning',
  })
}
