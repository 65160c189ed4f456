import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import { workspaceFolders } from '@partner-upgrades/tools/workspaces'
import type { MutantWorkspace } from '../mutant-workspace.ts'
import { type Listed, sabotage } from './sabotage.ts'

/** Who noticed a sabotage. */
export interface Noticed {
  readonly entry: Listed
  /** The suite whose test failed, or `typecheck`; absent if nobody noticed. */
  readonly by?: string
  /** The first test that failed. */
  readonly test?: string
}

const require = createRequire(import.meta.url)
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')

/** All suites of `npm test`, those first that know most about the file. */
function suitesFor({ file, suites = [] }: Listed): readonly string[] {
  const all = workspaceFolders(workspace)
    .map((folder) => relative(workspace, folder))
    .filter((folder) => existsSync(join(workspace, folder, 'vitest.config.ts')))
  const own = all.filter((folder) => file.startsWith(`${folder}/`))
  return [...new Set([...suites, ...own, ...all])]
}

/** Makes a sabotage in a copy of the workspace, and has one suite after the other look at it until one notices. */
export async function judge(entry: Listed, { folder, nodeIn }: MutantWorkspace): Promise<Noticed> {
  const path = join(folder, entry.file)
  const original = readFileSync(path, 'utf8')
  writeFileSync(path, sabotage(original, entry))
  try {
    for (const suite of suitesFor(entry)) {
      const { code, output } = await nodeIn(suite, [vitest, 'run', '--bail', '1'])
      if (code !== 0) return { entry, by: suite, test: firstFailure(output) }
    }
    return { entry }
  } finally {
    writeFileSync(path, original)
  }
}

function firstFailure(output: string): string {
  return /^ ?(?:FAIL|×) +(?:\|[^|]*\| )?(.*)$/m.exec(output)?.[1]?.trim() ?? 'it ended otherwise'
}
