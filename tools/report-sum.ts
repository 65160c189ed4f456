// Sums the JSON reports of all test runners into one line: `N passed, N failed`. A workspace with a `test` script owes
// `reports/test.json`, one with a `proof` script `reports/proof.json`; a report that is missing or holds no test fails.
// What failed is listed above that line, because the end is what is left of a long log.
import { join } from 'node:path'
import { failures, type RunReport, readRuns } from './test-reports.ts'

type Counts = Omit<RunReport, 'testResults'>

/** The closing line of all reports together; a run that failed without a failed test counts as one. */
export function closingLine(reports: readonly Counts[]): { readonly line: string; readonly ok: boolean } {
  const sum = (count: (report: Counts) => number) => reports.reduce((total, report) => total + count(report), 0)
  const passed = sum((report) => report.numPassedTests)
  const failed = sum((report) => Math.max(report.numFailedTests, report.success ? 0 : 1))
  const skipped = sum((report) => report.numPendingTests + report.numTodoTests)
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { line, ok: failed === 0 && passed > 0 && reports.every((report) => report.numPassedTests > 0) }
}

if (import.meta.main) {
  const runs = readRuns(join(import.meta.dirname, '..'))
  const missing = runs.filter(({ report }) => report === undefined)
  for (const { file } of missing) console.error(`no report at ${file}: its tests did not run`)
  for (const { name, report } of runs) {
    for (const failure of report === undefined ? [] : failures(report)) {
      console.error(`failed: ${name}: ${failure.name}\n${failure.message}`)
    }
  }
  const { line, ok } = closingLine(runs.flatMap(({ report }) => report ?? []))
  console.log(line)
  process.exitCode = ok && missing.length === 0 ? 0 : 1
}
