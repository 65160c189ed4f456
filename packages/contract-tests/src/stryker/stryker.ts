// Stryker, which breaks code in small ways and sees whether a test notices.
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const folder = join(import.meta.dirname, 'installed')

/** The program of Stryker. */
export const stryker: string = join(folder, 'node_modules/@stryker-mutator/core/bin/stryker.js')

/** Installs Stryker exactly as the lock file says, unless it is there; it is to use the vitest of the workspace. */
export async function installStryker(): Promise<void> {
  const installed = statSync(join(folder, 'node_modules', '.package-lock.json'), { throwIfNoEntry: false })
  if (installed !== undefined && installed.mtimeMs > statSync(join(folder, 'package-lock.json')).mtimeMs) return
  const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  await promisify(execFile)('npm', ['ci', ...options], { cwd: folder })
}

/** A part of the code, and the tests that cannot run on code that Stryker has prepared. */
export interface Target {
  readonly room: string
  /** Patterns of files, relative to the package. */
  readonly mutate: readonly string[]
  readonly exclude: readonly string[]
  /** Milliseconds after which a test that no longer ends has noticed; much longer than any takes. */
  readonly testTimeout: number
}

const code = ['src/**/*.ts', '!src/**/*.test.ts', '!src/**/*.test-d.ts', '!src/**/*.proof.ts']

export const targets: readonly Target[] = [
  // Tests of the size and of the documentation read the code as a text, and one starts another process.
  {
    room: 'client',
    mutate: code,
    exclude: ['src/size.test.ts', 'src/docs.test.ts', 'src/killed.test.ts'],
    testTimeout: 4_000,
  },
  {
    room: 'mocks',
    mutate: [...code, '!src/{adapters,server,cli,testing,scenario}/**', '!src/{cli,server,index,core}.ts'],
    exclude: ['src/{server,cli,testing,scenario}/**', 'src/adapters/*{msw,http}*.test.ts'],
    testTimeout: 4_000,
  },
  // One test runs what is generated where the code that Stryker puts into it could not run, another takes long.
  {
    room: 'compiler',
    mutate: [...code, '!src/fixture.ts', '!src/model.ts'],
    exclude: ['src/no-code-generation.test.ts', 'src/many-operations.test.ts'],
    testTimeout: 20_000,
  },
  // All but what the report looks like. What is killed again and again takes too long for each of so many.
  {
    room: 'bulk',
    mutate: [...code, '!src/report/{charts,html,style,to-html,words}.ts', '!src/index.ts'],
    exclude: ['src/crash.test.ts'],
    testTimeout: 8_000,
  },
]

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

export function scoreOf(mutants: readonly { readonly status: string }[]): StrykerScore {
  const count = (...statuses: readonly string[]) => mutants.filter(({ status }) => statuses.includes(status)).length
  const killed = count('Killed', 'Timeout')
  const survived = count('Survived', 'NoCoverage')
  return { killed, survived, ignored: count('Ignored'), share: killed / Math.max(1, killed + survived) }
}
