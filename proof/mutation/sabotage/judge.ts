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

/** Judges sabotages in a copy of the workspace. */
export interface Judge {
  /**
   * Makes a sabotage, and has one suite after the other look at it until one notices.
   *
   * @throws Error if that suite fails without any sabotage, too: what it says is worthless then.
   */
  judge(entry: Listed): Promise<Noticed>
}

/** Makes a judge, who tries each suite without any sabotage before its word counts. */
export function createJudge({ folder, nodeIn }: MutantWorkspace): Judge {
  const sound = new Set<string>()
  const run = (suite: string): ReturnType<MutantWorkspace['nodeIn']> => nodeIn(suite, [vitest, 'run', '--bail', '1'])

  async function assertSound(suite: string): Promise<void> {
    if (sound.has(suite)) return
    const { code, output } = await run(suite)
    if (code !== 0) throw new Error(`${suite} fails without any sabotage:\n${output.slice(-4_000)}`)
    sound.add(suite)
  }

  async function lookAt(entry: Listed): Promise<Noticed> {
    for (const suite of suitesFor(entry)) {
      const { code, output } = await run(suite)
      if (code !== 0) return { entry, by: suite, test: firstFailure(output) }
    }
    return { entry }
  }

  return {
    async judge(entry) {
      const path = join(folder, entry.file)
      const original = readFileSync(path, 'utf8')
      writeFileSync(path, sabotage(original, entry))
      const noticed = await lookAt(entry).finally(() => writeFileSync(path, original))
      if (noticed.by !== undefined) await assertSound(noticed.by)
      return noticed
    },
  }
}

function firstFailure(output: string): string {
  return /^ ?(?:FAIL|×) +(?:\|[^|]*\| )?(.*)$/m.exec(output)?.[1]?.trim() ?? 'it ended otherwise'
}
