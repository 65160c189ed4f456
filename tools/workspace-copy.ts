import { execFile } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { workspaceFolders } from './workspaces.ts'

const run = promisify(execFile)

/** The root of this repository. */
export const workspace: string = join(import.meta.dirname, '..')

/**
 * Makes `target` a clone of this repository with its history, its uncommitted changes and its installed packages, so that
 * commands run in it and leave the original alone.
 */
export async function copyWorkspace(target: string): Promise<void> {
  await run('git', ['clone', '--quiet', workspace, target])
  for (const file of await changedFiles()) {
    rmSync(join(target, file), { recursive: true, force: true })
    if (!existsSync(join(workspace, file))) continue
    mkdirSync(dirname(join(target, file)), { recursive: true })
    cpSync(join(workspace, file), join(target, file))
  }
  const folders = [
    '.',
    'proof/sandboxes/release-kit',
    ...workspaceFolders(workspace).map((folder) => relative(workspace, folder)),
  ]
  for (const folder of folders) linkInstalled(join(workspace, folder), join(target, folder))
}

async function changedFiles(): Promise<readonly string[]> {
  const list = ['ls-files', '-z', '--modified', '--deleted', '--others', '--exclude-standard']
  const { stdout } = await run('git', list, { cwd: workspace, maxBuffer: 1e8 })
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '')
}

/** Our own packages are links into the workspace: the copy needs its own links, or it would use the original. */
function linkInstalled(from: string, to: string): void {
  const installed = join(from, 'node_modules')
  if (!existsSync(installed)) return
  mkdirSync(join(to, 'node_modules'), { recursive: true })
  for (const entry of readdirSync(installed)) {
    if (entry.startsWith('.vite')) continue
    const target = join(to, 'node_modules', entry)
    if (entry === '@partner-upgrades' || entry === '.bin')
      cpSync(join(installed, entry), target, { recursive: true, verbatimSymlinks: true })
    else symlinkSync(join(installed, entry), target)
  }
}
