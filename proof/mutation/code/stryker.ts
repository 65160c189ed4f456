// Stryker, which breaks code in small ways and sees whether a test notices.
import { sandboxFile } from '../../sandboxes/install.ts'

/** The program of Stryker. */
export const stryker: string = sandboxFile('stryker', '@stryker-mutator/core/bin/stryker.js')

/** A part of the code, and the tests that cannot run on code that Stryker has prepared. */
export interface Target {
  /** The folder of the package in `packages`. */
  readonly name: string
  /** What it is called in the results. */
  readonly title: string
  /** Patterns of files, relative to the package. */
  readonly mutate: readonly string[]
  readonly exclude: readonly string[]
  /** Milliseconds after which a test that no longer ends has noticed; much longer than any takes. */
  readonly testTimeout: number
}

const code = ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/**/*.proof.ts']

/** Everything that is mutated. */
export const targets: readonly Target[] = [
  // Tests of the size and of the documentation read the code as a text, and one starts another process.
  {
    name: 'client',
    title: 'the client',
    mutate: code,
    exclude: ['src/size.test.ts', 'src/create/process-kill.test.ts'],
    testTimeout: 4_000,
  },
  // Tests that start a server or a process, or intercept what this one sends, cannot run here; nor is what only they see mutated.
  {
    name: 'mocks',
    title: 'the mocks',
    mutate: [...code, '!src/{adapters,server,cli,testing,scenario,steering}/**', '!src/{cli,server,index,core}.ts'],
    exclude: ['src/{server,cli,testing,scenario}/**', 'src/adapters/*{msw,http}*.test.ts'],
    testTimeout: 4_000,
  },
  // One test runs what is generated where the code that Stryker puts into it could not run, another takes long.
  {
    name: 'compiler',
    title: 'the compiler',
    mutate: code,
    exclude: ['src/no-code-generation.test.ts', 'src/many-operations.test.ts'],
    testTimeout: 20_000,
  },
  // All but what the report looks like. What is killed again and again takes too long for each of so many, and a thread has no umask.
  {
    name: 'bulk',
    title: 'bulk runs',
    mutate: [...code, '!src/report/{charts,html,style,to-html,labels}.ts', '!src/index.ts'],
    exclude: ['src/journal/{crash,bit-flips}.test.ts', 'src/output/{interrupted,file-modes}.test.ts'],
    testTimeout: 8_000,
  },
  // Tests that are about other processes, the memory they take or how fast they are see no line of what is changed here, or take long.
  {
    name: 'credentials',
    title: 'the credentials',
    mutate: [...code, '!src/index.ts', '!src/entra/entra-errors.ts'],
    exclude: ['src/load.test.ts', 'src/store/crashes.test.ts', 'src/token/processes.test.ts'],
    testTimeout: 8_000,
  },
  // What only a process of its own or a real terminal shows is left out as well: signals, what its network goes through and trusts, and a line that is redrawn. `packages/cli/proof` is about them.
  {
    name: 'cli',
    title: 'the command line',
    mutate: [
      ...code,
      '!src/{main,start}.ts',
      '!src/process/host.ts',
      '!src/session/{network,trust}.ts',
      '!src/terminal/live-line.ts',
      '!src/commands/fleet/**',
    ],
    exclude: ['src/loaded-modules.test.ts', 'src/process/{signals,disk,host}.test.ts', 'src/commands/fleet/**'],
    testTimeout: 20_000,
  },
]

/** Patterns of files of a target, but never of what it leaves out, such as tests. */
export function narrowed({ mutate }: Target, files: readonly string[]): readonly string[] {
  return [...files, ...mutate.filter((pattern) => pattern.startsWith('!'))]
}

/** What Stryker is told; it works on the copy itself. */
export function optionsFor({ mutate }: Target, configFile: string, concurrency: number): object {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile, related: false },
    mutate,
    inPlace: true,
    coverageAnalysis: 'perTest',
    // What runs once, as a file is loaded, would need all tests for each mutant.
    ignoreStatic: true,
    concurrency,
    disableTypeChecks: false,
    allowConsoleColors: false,
    incremental: true,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { reportTests: false, allowColor: false },
  }
}

/** How a mutant of Stryker ended, in its report. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/** How many mutants were found out, of those that could be. */
export interface StrykerScore {
  readonly killed: number
  readonly survived: number
  /** Those that were not tried. */
  readonly ignored: number
  readonly share: number
}

/** Counts mutants by how they ended. */
export function scoreOf(mutants: readonly { readonly status: string }[]): StrykerScore {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived', 'NoCoverage')
  return { killed, survived, ignored: count('Ignored'), share: killed / Math.max(1, killed + survived) }
}
