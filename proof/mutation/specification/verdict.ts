import { readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { workspace } from '@partner-upgrades/tools/workspace-copy'
import type { MutantWorkspace, Outcome } from '../mutant-workspace.ts'
import { type Mutation, nameOf } from './mutation.ts'

/** Who noticed a mutation: the compiler, because it made no sense, or a suite, by a test. */
export type Killer = 'compiler' | 'contract-tests' | 'client' | 'mocks' | 'traffic' | 'types' | 'ruleset' | 'verify'

/** What became of a mutation. */
export interface Verdict {
  readonly mutation: Mutation
  /** Undefined for one that nobody noticed. */
  readonly killer?: Killer
  /** The first test that failed, or what the compiler said. */
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

/** These compare our code with itself, and could not notice. */
const blind = ['suite/schema-suite', 'src/report', 'src/cli']
/** These hold traffic against the document, as recorded or with our mocks: they notice only what those do not follow. */
const late = ['src/traffic', 'src/verify']
/** The others carry what these test over connections and into other processes. */
const carriers = ['adapters', 'cli', 'server', 'testing']
const core = readdirSync(join(workspace, 'packages/mocks/src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !carriers.includes(entry.name))
  .map(({ name }) => `src/${name}/`)

/** Those that notice most come first, and those that take long last. */
const stages: readonly Stage[] = [
  {
    killer: 'compiler',
    room: 'spec',
    words: [sources, 'scripts/generate.ts'],
  },
  test('contract-tests', 'contract-tests', 'suite/documentation'),
  test('contract-tests', 'contract-tests', ...besides(...blind, ...late)),
  // Files and processes know nothing of the document.
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

/** Makes the mutation in the copy, and lets everybody look at it until one notices. */
export async function judge(mutation: Mutation, copy: MutantWorkspace): Promise<Verdict> {
  return copy.withFile(mutation.file, mutation.text, async () => {
    for (const { killer, room, words } of stages) {
      const outcome = await copy.node(room, words)
      if (outcome.code !== 0) return { mutation, killer, by: firstComplaint(outcome) }
    }
    return { mutation }
  })
}

/** Sees that nobody complains where nothing is mutated, as then every verdict would be worthless. */
export async function assertSound(copy: MutantWorkspace): Promise<void> {
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

/** A mutation that nobody notices, though somebody should. */
export function nameOfSurvivor({ mutation, killer }: Verdict): readonly string[] {
  return killer === undefined ? [nameOf(mutation)] : []
}
