import { basename } from 'node:path'
import type { Reported } from './expectations.ts'

/** As much of Jest's JSON report as is read here; vitest's is the same. */
export interface JestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly title: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** What a runner reports of a file. */
export interface ReportedFile {
  readonly tests: readonly Reported[]
  readonly message: string
}

/** A report by the names of its files. */
export function readReport({ testResults }: JestReport): ReadonlyMap<string, ReportedFile> {
  return new Map(
    testResults.map(({ name, message, assertionResults }) => [
      basename(name),
      {
        message,
        tests: assertionResults.map(({ title, status, failureMessages }) => ({
          name: title,
          passed: status === 'passed',
          message: failureMessages.join('\n'),
        })),
      },
    ]),
  )
}
