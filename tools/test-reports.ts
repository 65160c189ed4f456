import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { workspaceFolders } from './workspaces.ts'

/** The parts of vitest's JSON report of a run that are used here. */
export interface RunReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** Whether nothing failed, inside or outside of tests. */
  readonly success: boolean
  /** The test files; one that could not be run has a message in place of tests. */
  readonly testResults: readonly TestFile[]
}

/** The results of a test file. */
export interface TestFile {
  /** Its path. */
  readonly name?: string
  /** Why it could not be run. */
  readonly message?: string
  readonly assertionResults: readonly TestResult[]
}

/** The result of a test, or of one case of a parametrised one. */
export interface TestResult {
  readonly status: string
  readonly fullName: string
  /** The names of the groups around it. */
  readonly ancestorTitles?: readonly string[]
  readonly failureMessages?: readonly string[]
  /** Its duration in milliseconds; absent if it did not run. */
  readonly duration?: number | null
  /** Where the file defines it; absent if a function that the file calls defines it. */
  readonly location?: { readonly line: number; readonly column: number } | null
}

/** A run of a workspace's script. */
export interface Run {
  /** Such as `packages/client test`. */
  readonly name: string
  readonly file: string
  /** Undefined if the run has left no report, or an incomplete one. */
  readonly report: RunReport | undefined
}

/** The last runs of tests and proofs in all workspaces below `root`: each `test` or `proof` script must have left a report. */
export function readRuns(root: string): readonly Run[] {
  return workspaceFolders(root).flatMap((folder) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const runs = ['test', 'proof'].filter((script) => script in scripts)
    return runs.map((script) => {
      const file = join(folder, 'reports', `${script}.json`)
      return { name: `${relative(root, folder)} ${script}`, file, report: readReport(file) }
    })
  })
}

/** Reads a report; undefined if a runner crashed and left none, or half of one. */
function readReport(file: string): RunReport | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

/** Lists what failed in a run: each failed test with the head of its message, and each file that could not be run. */
export function failures({
  testResults,
}: Pick<RunReport, 'testResults'>): readonly { name: string; message: string }[] {
  return testResults.flatMap(({ message = '', assertionResults }) => {
    if (assertionResults.length === 0 && message !== '') return [{ name: message.split('\n')[0] ?? '', message: '' }]
    const failed = assertionResults.filter(({ status }) => status === 'failed')
    return failed.map(({ fullName, failureMessages = [] }) => ({
      name: fullName,
      message: (failureMessages[0] ?? '').split('\n').slice(0, 8).join('\n').slice(0, 1_000),
    }))
  })
}

/** The slowest tests that took a second or more, each with its run and its duration in seconds. */
export function slowest(
  runs: readonly Pick<Run, 'name' | 'report'>[],
  count: number,
): readonly { readonly name: string; readonly seconds: number }[] {
  return runs
    .flatMap(({ name, report }) =>
      (report?.testResults ?? []).flatMap(({ assertionResults }) =>
        assertionResults.map(({ fullName, duration }) => ({
          name: `${name}: ${fullName}`,
          seconds: (duration ?? 0) / 1_000,
        })),
      ),
    )
    .filter(({ seconds }) => seconds >= 1)
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
}

/** How many distinct tests have passed, and how many results are cases of parametrised tests. */
export interface Variety {
  /** Tests as written: all cases of a parametrised one count as one. */
  readonly distinct: number
  /** How many of those have several cases. */
  readonly parametrised: number
  /** How many cases those have. */
  readonly cases: number
}

/** Counts the tests that passed. Results with one location, or without locations in one group, are cases of one test. */
export function varietyOf({ testResults }: Pick<RunReport, 'testResults'>): Variety {
  const places = new Map<string, number>()
  for (const [index, { assertionResults }] of testResults.entries()) {
    for (const { status, location, ancestorTitles } of assertionResults) {
      if (status !== 'passed') continue
      const place = JSON.stringify([index, location ?? ancestorTitles])
      places.set(place, (places.get(place) ?? 0) + 1)
    }
  }
  const several = [...places.values()].filter((count) => count > 1)
  return { distinct: places.size, parametrised: several.length, cases: several.reduce((sum, count) => sum + count, 0) }
}
