import { basename } from 'node:path'
import type { Reported } from './expectations.ts'

/** The part of Jest's JSON report that is read here; vitest's has the same form. */
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

/** The report of a test file. */
export interface ReportedFile {
  readonly tests: readonly Reported[]
  readonly message: string
}

/** Indexes a report by file name. */
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
