import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Groups of packages that only the proof needs, each with its own lock file: they are heavy, or conflict with the workspace. */
export type Sandbox = 'descriptions' | 'generators' | 'github' | 'prism' | 'ruleset' | 'stryker'

/** Returns the path of a file in a sandbox's `node_modules`. */
export function sandboxFile(name: Sandbox, path: string): string {
  return join(import.meta.dirname, name, 'node_modules', path)
}

/** Installs a sandbox from its lock file, unless it is already installed. */
export async function installSandbox(name: Sandbox): Promise<void> {
  const lock = join(import.meta.dirname, name, 'package-lock.json')
  const installed = statSync(sandboxFile(name, '.package-lock.json'), { throwIfNoEntry: false })
  if (installed !== undefined && installed.mtimeMs > statSync(lock).mtimeMs) return
  // Stryker's plug-in uses the vitest of the workspace, so peer dependencies are not installed.
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', ['ci', ...options], { cwd: join(import.meta.dirname, name) })
}
