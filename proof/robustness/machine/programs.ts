import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The paths of the bundled programs. */
export interface Programs {
  /** The command line. */
  readonly cli: string
  /** Upgrades a list with `upgradeCustomers`. */
  readonly list: string
  /** Creates upgrades with `createProductUpgradesClient`. */
  readonly create: string
  /** Repeats a create with a new request ID whenever it gets no response, which the judge has to catch. */
  readonly careless: string
  /** Modules to load before any of them. */
  readonly preloads: readonly string[]
  /** Deletes the bundles. */
  remove(): void
}

/** Bundles the programs from source, so that they start as fast as installed ones. */
export async function buildPrograms(): Promise<Programs> {
  const folder = mkdtempSync(join(tmpdir(), 'robustness-programs-'))
  await build({
    entryPoints: {
      cli: join(dirname(require.resolve('@partner-upgrades/cli/package.json')), 'src/main.ts'),
      list: here('../programs/upgrade-list.ts'),
      create: here('../programs/create-many.ts'),
      careless: here('../programs/careless.ts'),
      clock: here('clock.ts'),
      'self-signal': here('self-signal.ts'),
    },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@partner-upgrades/source'],
    // Bundled CommonJS modules call it.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
  const bundle = (name: string): string => join(folder, `${name}.mjs`)
  return {
    cli: bundle('cli'),
    list: bundle('list'),
    create: bundle('create'),
    careless: bundle('careless'),
    preloads: [bundle('clock'), bundle('self-signal')],
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
