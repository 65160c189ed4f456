// Sums the JSON reports of all test runners into one line: `N passed, N failed`. A workspace with a `test` script owes
// `reports/test.json`, one with a `proof` script `reports/proof.json`; a report that is missing or holds no test fails, and so does a test
// that was skipped. Stages are given as arguments, `npm test=0`: one with another exit code than 0 fails, whatever the reports say.
// With --root, the workspaces of another folder are summed. What failed is listed above that line, because the end is what is left of a long log.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { failures, type RunReport, readRuns } from './test-reports.ts'

type Counts = Omit<RunReport, 'testResults'>

/** A command that was run before, and its exit code. */
export interface Stage {
  readonly name: string
  readonly code: number
}

/**
 * The closing line of all reports together. A run or a stage that failed without a failed test counts as one failure, and so does a report
 * that is missing.
 */
export function closingLine(
  reports: readonly (Counts | undefined)[],
  stages: readonly Stage[] = [],
): { readonly line: string; readonly ok: boolean } {
  const there = reports.filter((report) => report !== undefined)
  const sum = (count: (report: Counts) => number) => there.reduce((total, report) => total + count(report), 0)
  const passed = sum((report) => report.numPassedTests)
  const failedRuns = sum((report) => Math.max(report.numFailedTests, report.success ? 0 : 1))
  const missing = reports.length - there.length
  const failedStages = stages.filter(({ code }) => code !== 0).length
  const failed = Math.max(failedRuns + missing, failedStages)
  const skipped = sum((report) => report.numPendingTests + report.numTodoTests)
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  const ok = failed === 0 && skipped === 0 && passed > 0 && there.every((report) => report.numPassedTests > 0)
  return { line, ok }
}

/**
 * Reads a stage from an argument such as `npm test=0`.
 *
 * @throws TypeError if it is none.
 */
export function parseStage(argument: string): Stage {
  const [, name = '', code] = /^(.+)=(\d+)$/.exec(argument) ?? []
  if (code === undefined)
    throw new TypeError(`"${argument}" is no stage: give its command and exit code, as in "npm test=0"`)
  return { name, code: Number(code) }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } })
  const stages = positionals.map(parseStage)
  const runs = readRuns(values.root ?? join(import.meta.dirname, '..'))
  for (const { file } of runs.filter(({ report }) => report === undefined))
    console.error(`no report at ${file}: its tests did not run`)
  for (const { name, report } of runs) {
    for (const failure of report === undefined ? [] : failures(report)) {
      console.error(`failed: ${name}: ${failure.name}\n${failure.message}`)
    }
  }
  for (const { name, code } of stages.filter((stage) => stage.code !== 0))
    console.error(`failed: ${name} ended with ${code}`)
  const { line, ok } = closingLine(
    runs.map(({ report }) => report),
    stages,
  )
  console.log(line)
  process.exitCode = ok ? 0 : 1
}
