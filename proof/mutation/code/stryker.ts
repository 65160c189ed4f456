// Stryker, which makes small changes to code and checks that a test notices.
import { sandboxFile } from '../../sandboxes/install.ts'

/** The path of the Stryker program. */
export const stryker: string = sandboxFile('stryker', '@stryker-mutator/core/bin/stryker.js')

/** A part of the code, and the tests that cannot run on instrumented code. */
export interface Target {
  /** The folder of the package in `packages`. */
  readonly name: string
  /** Its name in the results. */
  readonly title: string
  /** Patterns of the files to mutate, relative to the package. */
  readonly mutate: readonly string[]
  readonly exclude: readonly string[]
  /** Milliseconds after which a hanging test counts as having noticed; much longer than any test takes. */
  readonly testTimeout: number
}

const code = ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/**/*.proof.ts']

/** All targets. */
export const targets: readonly Target[] = [
  // The excluded tests measure the size of the code, or start another process.
  {
    name: 'client',
    title: 'the client',
    mutate: code,
    exclude: ['src/size.test.ts', 'src/create/process-kill.test.ts'],
    testTimeout: 4_000,
  },
  // Tests that start a server or a process, or intercept requests, cannot run here; code that only they cover is not mutated.
  {
    name: 'mocks',
    title: 'the mocks',
    mutate: [...code, '!src/{adapters,server,cli,testing,scenario,steering}/**', '!src/{cli,server,index,core}.ts'],
    exclude: ['src/{server,cli,testing,scenario}/**', 'src/adapters/*{msw,http}*.test.ts'],
    testTimeout: 4_000,
  },
  // `model.ts` holds only types, and its text becomes part of generated files. One of the excluded tests runs generated code where Stryker's
  // instrumentation could not run; the other is slow.
  {
    name: 'compiler',
    title: 'the compiler',
    mutate: [...code, '!src/runtime/model.ts'],
    exclude: ['src/no-code-generation.test.ts', 'src/many-operations.test.ts'],
    testTimeout: 20_000,
  },
  // Everything except the look of the report. Crash tests take too long to run for every mutant, and a worker thread has no umask.
  {
    name: 'bulk',
    title: 'bulk runs',
    mutate: [...code, '!src/report/{charts,html,style,to-html,labels}.ts', '!src/index.ts'],
    exclude: ['src/journal/{crash,bit-flips}.test.ts', 'src/output/{interrupted,file-modes}.test.ts'],
    testTimeout: 8_000,
  },
  // Tests of other processes, memory or speed cover none of the mutated code, or are slow.
  {
    name: 'credentials',
    title: 'the credentials',
    mutate: [...code, '!src/index.ts', '!src/entra/entra-errors.ts'],
    exclude: ['src/load.test.ts', 'src/store/crashes.test.ts', 'src/token/processes.test.ts'],
    testTimeout: 8_000,
  },
  // Code that needs a separate process or a real terminal is excluded: signals, proxies, trust, a redrawn line. See `packages/cli/proof`.
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

/** Returns the given file patterns with the exclusions of a target, such as tests. */
export function narrowed({ mutate }: Target, files: readonly string[]): readonly string[] {
  return [...files, ...mutate.filter((pattern) => pattern.startsWith('!'))]
}

/** Returns the options of Stryker, which mutates the copy in place. */
export function optionsFor({ mutate }: Target, configFile: string, concurrency: number): object {
  return {
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile, related: false },
    mutate,
    inPlace: true,
    coverageAnalysis: 'perTest',
    // Code that runs once, when a file is loaded, would need all tests for each mutant.
    ignoreStatic: true,
    concurrency,
    disableTypeChecks: false,
    allowConsoleColors: false,
    incremental: true,
    reporters: ['clear-text', 'progress-append-only'],
    clearTextReporter: { reportTests: false, allowColor: false },
  }
}

/** The part of Stryker's report that is read: the status of each mutant. */
export interface StrykerReport {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>
}

/** The numbers of killed and surviving mutants. */
export interface StrykerScore {
  readonly killed: number
  readonly survived: number
  /** The number of mutants that were not tried. */
  readonly ignored: number
  readonly share: number
}

/** Counts mutants by status. */
export function scoreOf(mutants: readonly { readonly status: string }[]): StrykerScore {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived', 'NoCoverage')
  return { killed, survived, ignored: count('Ignored'), share: killed / Math.max(1, killed + survived) }
}
