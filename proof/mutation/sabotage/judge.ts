import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import { suites as allSuites, nx, vitest } from '../../workspace/suites.ts'
import type { Outcome, WorkspaceCopy } from '../../workspace/workspace-copy.ts'
import type { Records, Trial } from './records.ts'
import { type Listed, sabotage } from './sabotage.ts'

/** The suites that need the built packages, not only sources. */
const needBuilt: ReadonlySet<string> = new Set(['tools', 'packages/contract-tests'])

/** A part of `npm test`: a suite, or some files of it. */
interface Look {
  readonly suite: string
  /** A file, or a folder with a slash at its end. */
  readonly file?: string
}

/** Returns the suites of `npm test` in order: the test that noticed last time or the tests beside the file, then the closest suites. */
export function looksFor({ file, sentence, suites = [] }: Listed, records: Records, nearOnly = false): readonly Look[] {
  const all = allSuites()
  const own = all.filter((folder) => file.startsWith(`${folder}/`))
  const { by, file: test } = records[sentence] ?? {}
  const last = by !== undefined && test !== undefined && existsSync(join(workspace, by, test))
  const beside = own.map((suite) => ({ suite, file: `${dirname(relative(suite, file))}/` }))
  const inOrder = new Set([...(by === undefined ? [] : [by]), ...suites, ...own, ...(nearOnly ? [] : all)])
  return [...(last ? [{ suite: by, file: test }] : beside), ...[...inOrder].map((suite) => ({ suite }))]
}

/** Judges sabotages in a copy of the workspace. */
export interface Judge {
  /**
   * Makes a sabotage, and runs one suite after the other until one fails.
   *
   * @throws Error if the failing test also fails without the sabotage: its result would be meaningless.
   */
  judge(entry: Listed): Promise<Trial>
}

/** Creates a judge, which checks that a failing test passes without any sabotage before its failure counts. */
export function createJudge({ folder, nodeIn }: WorkspaceCopy, records: Records, nearOnly = false): Judge {
  const sound = new Set<string>()
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' })
  // It compares the catalogue with the code, so it would fail after every sabotage.
  rmSync(join(folder, 'proof/mutation/sabotage/sabotage.test.ts'))
  // Commit the copy before any sabotage: a broken program may damage other files than its own.
  git('add', '--all')
  git(
    '-c',
    'user.name=judge',
    '-c',
    'user.email=judge@localhost',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message=Sound',
  )

  function restore(): void {
    git('reset', '--quiet', '--hard')
    git('clean', '--quiet', '-d', '--force', '--exclude=compiled')
  }

  let built: Promise<Outcome> | undefined
  const run = ({ suite, file }: Look): Promise<Outcome> =>
    nodeIn(suite, [vitest, 'run', '--bail', '1', '--passWithNoTests', ...(file === undefined ? [] : [file])])

  async function assertSound(look: Look): Promise<void> {
    const key = `${look.suite} ${look.file}`
    if (sound.has(key)) return
    const { code, output } = await run(look)
    if (code !== 0) throw new Error(`${key} fails without any sabotage:\n${output.slice(-4_000)}`)
    sound.add(key)
  }

  async function lookAt(looks: readonly Look[]): Promise<Trial> {
    for (const look of looks) {
      const { code, output } = await run(look)
      if (code !== 0) return { by: look.suite, ...firstFailure(output) }
    }
    return {}
  }

  return {
    async judge(entry) {
      const looks = looksFor(entry, records, nearOnly)
      // `npm test` builds before it tests.
      if (looks.some(({ suite }) => needBuilt.has(suite)))
        built ??= nodeIn('.', [nx, 'run-many', '-t', 'build', '--output-style=static'])
      await built
      const path = join(folder, entry.file)
      const original = readFileSync(path, 'utf8')
      writeFileSync(path, sabotage(original, entry))
      const trial = await lookAt(looks).finally(restore)
      if (trial.by !== undefined) await assertSound({ suite: trial.by, ...(trial.file && { file: trial.file }) })
      return trial
    },
  }
}

/** Parses the file and name of the first failed test from the output of vitest. */
export function firstFailure(output: string): Pick<Trial, 'file' | 'test'> {
  const [, file, name] = /^ ?(?:FAIL|×) +(?:\|[^|]*\| )?(\S+\.test\.tsx?)(?::\d+)*(?: > (.*))?$/m.exec(output) ?? []
  return { ...(file && { file }), test: name?.trim() ?? (file ? 'the file could not be loaded' : 'it ended otherwise') }
}
