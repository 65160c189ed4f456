import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { workspaceFolders } from './workspaces.ts'

/** What vitest writes in its JSON report of a run. */
export interface RunReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  /** Whether nothing failed, outside of tests either. */
  readonly success: boolean
  /** The test files; one that could not be run has a message in place of tests. */
  readonly testResults: readonly {
    readonly message?: string
    readonly assertionResults: readonly {
      readonly status: string
      readonly fullName: string
      readonly failureMessages?: readonly string[]
    }[]
  }[]
}

/** A run that a script of a workspace makes. */
export interface Run {
  /** Such as `packages/client test`. */
  readonly name: string
  readonly file: string
  /** Undefined if the run has left no report. */
  readonly report: RunReport | undefined
}

/** The last runs of tests and proofs in all workspaces below `root`: each `test` or `proof` script owes a report. */
export function readRuns(root: string): readonly Run[] {
  return workspaceFolders(root).flatMap((folder) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    const runs = ['test', 'proof'].filter((script) => script in scripts)
    return runs.map((script) => {
      const file = join(folder, 'reports', `${script}.json`)
      const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
      return { name: `${relative(root, folder)} ${script}`, file, report }
    })
  })
}

/** What failed in a run: each failed test with the head of its message, and each file that could not be run. */
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
