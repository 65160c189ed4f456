import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Packages that only the proof needs, each with a lock file of its own: they are heavy, or clash with the workspace. */
export type Sandbox = 'descriptions' | 'generators' | 'github' | 'prism' | 'ruleset' | 'stryker'

/** The path of a file in a sandbox's `node_modules`. */
export function sandboxFile(name: Sandbox, path: string): string {
  return join(import.meta.dirname, name, 'node_modules', path)
}

/** Installs a sandbox exactly as its lock file says, unless that has been done. */
export async function installSandbox(name: Sandbox): Promise<void> {
  const lock = join(import.meta.dirname, name, 'package-lock.json')
  const installed = statSync(sandboxFile(name, '.package-lock.json'), { throwIfNoEntry: false })
  if (installed !== undefined && installed.mtimeMs > statSync(lock).mtimeMs) return
  // Stryker's plug-in uses the vitest of the workspace, so peer dependencies are not installed.
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', ['ci', ...options], { cwd: join(import.meta.dirname, name) })
}
