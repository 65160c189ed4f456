import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import { workspaceFolders } from '@partner-upgrades/tools/workspaces'

const require = createRequire(import.meta.url)

/** The path of the program that runs a suite. */
export const vitest: string = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
/** The path of the program that builds all packages. */
export const nx: string = join(dirname(require.resolve('nx/package.json')), 'dist/bin/nx.js')

/** Returns the folders of the suites that `npm test` runs. */
export function suites(): readonly string[] {
  return workspaceFolders(workspace)
    .map((folder) => relative(workspace, folder))
    .filter((folder) => existsSync(join(workspace, folder, 'vitest.config.ts')))
}
