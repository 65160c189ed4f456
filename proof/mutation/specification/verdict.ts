import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import type { Outcome, WorkspaceCopy } from '../../workspace/workspace-copy.ts'
import { type Mutation, nameOf } from './mutation.ts'

/** What noticed a mutation: the compiler, because the YAML became invalid, or a suite with a failing test. */
export type Killer = 'compiler' | 'contract-tests' | 'client' | 'mocks' | 'traffic' | 'types' | 'ruleset' | 'verify'

/** The result of a mutation. */
export interface Verdict {
  readonly mutation: Mutation
  /** Undefined if nothing noticed it. */
  readonly killer?: Killer
  /** The first failed test, or the compiler's message. */
  readonly by?: string
}

const require = createRequire(import.meta.url)
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
const tsc = join(dirname(require.resolve('@typescript/native/package.json')), 'bin', 'tsc')

const sources = '--conditions=@partner-upgrades/source'

interface Stage {
  readonly killer: Killer
  readonly room: string
  readonly words: readonly string[]
}

const test = (killer: Killer, room: string, ...more: readonly string[]): Stage => ({
  killer,
  room,
  words: [sources, vitest, 'run', '--bail', '1', ...more],
})

const besides = (...folders: readonly string[]) => folders.flatMap((folder) => ['--exclude', `${folder}/**`])

/** Tests that compare our code with itself, and so cannot notice. */
const blind = ['suite/schema-suite', 'src/report', 'src/cli']
/** Tests that compare recorded traffic, or our mocks, with the document: they only notice what the others miss. */
const late = ['src/traffic', 'src/verify']
/** Folders that transport the behaviour of the others over connections and into other processes. */
const carriers = ['adapters', 'cli', 'server', 'testing']
const core = readdirSync(join(workspace, 'packages/mocks/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !carriers.includes(entry.name))
  .map(({ name }) => `src/${name}/`)

/** The stages in order: those that notice most first, slow ones last. */
const stages: readonly Stage[] = [
  {
    killer: 'compiler',
    room: 'spec',
    words: [sources, 'scripts/generate.ts'],
  },
  test('contract-tests', 'contract-tests', 'suite/documentation'),
  test('contract-tests', 'contract-tests', ...besides(...blind, ...late)),
  // The code for files and processes does not depend on the document.
  test('client', 'client', ...besides('src/node')),
  test('mocks', 'mocks', ...core),
  test('traffic', 'contract-tests', 'src/traffic'),
  { killer: 'types', room: 'client', words: [tsc, '-p', 'tsconfig.check.json', '--noEmit'] },
  {
    killer: 'ruleset',
    room: 'spec',
    words: [
      '../../node_modules/.bin/spectral',
      'lint',
      'openapi.yaml',
      '--ruleset',
      '.spectral.yaml',
      '--fail-severity=hint',
    ],
  },
  test('verify', 'contract-tests', 'src/verify/verify'),
]

/** Makes the mutation in the copy, and runs the stages until one notices. */
export async function judge(mutation: Mutation, copy: WorkspaceCopy): Promise<Verdict> {
  return copy.withFile(mutation.file, mutation.text, async () => {
    for (const { killer, room, words } of stages) {
      const outcome = await copy.node(room, words)
      if (outcome.code !== 0) return { mutation, killer, by: firstComplaint(outcome) }
    }
    return { mutation }
  })
}

/** Checks that all stages pass without a mutation: otherwise every verdict would be meaningless. */
export async function assertSound(copy: WorkspaceCopy): Promise<void> {
  for (const { killer, room, words } of stages) {
    const { code, output } = await copy.node(room, words)
    if (code !== 0) throw new Error(`${killer} fails without any mutation:\n${output}`)
  }
}

function firstComplaint({ output }: Outcome): string {
  const [, failed] = /^ ?(?:FAIL|×) +(?:\|[^|]*\| )?(.*)$/m.exec(output) ?? []
  const [, open] = /^(not shown .*|shown, but .*)$/m.exec(output) ?? []
  const [first = 'it ended'] = output.split('\n').filter((line) => /error|:\d+:\d+ /i.test(line))
  return (failed ?? open ?? first).trim()
}

/** Returns the name of a surviving mutation, or nothing for one that was noticed. */
export function nameOfSurvivor({ mutation, killer }: Verdict): readonly string[] {
  return killer === undefined ? [nameOf(mutation)] : []
}
