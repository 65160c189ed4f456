import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { run } from './run.ts'

const installed = join(import.meta.dirname, 'node_modules')

/** The paths of the runtimes' binaries from `package.json`, so that none is taken from `PATH`. */
const binaries = {
  node22: 'bin/node',
  node24: 'bin/node',
  node26: 'bin/node',
  '@oven/bun-linux-x64': 'bin/bun',
  '@deno/linux-x64-glibc': 'deno',
  '@cloudflare/workerd-linux-64': 'bin/workerd',
} as const

/** A runtime that can be started. */
export type Binary = keyof typeof binaries

/** Installs the runtimes exactly as the lock file says. */
export async function installRuntimes(): Promise<void> {
  await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: import.meta.dirname,
  })
}

/** Returns the installed version of a runtime. */
export async function versionOf(name: Binary): Promise<string> {
  const { version } = JSON.parse(await readFile(join(installed, name, 'package.json'), 'utf8'))
  return version
}

/** Runs a runtime in a folder, and returns what it printed. */
export async function start(name: Binary, folder: string, ...args: readonly string[]): Promise<string> {
  const path = join(installed, name, binaries[name])
  // Keeps configuration, caches and update checks out of the user's home.
  const env = { HOME: folder, DENO_DIR: join(folder, '.deno'), DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' }
  return run(path, args, { cwd: folder, env, timeout: 120_000 })
}
