// Sums the JSON reports of all test runners into one line: `N passed, N failed`. A workspace with a `test` script owes
// `reports/test.json`, one with a `proof` script `reports/proof.json`; a report that is missing or holds no test fails.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { workspaceFolders } from './workspaces.ts'

interface RunnerReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly success: boolean
}

/** The closing line of all reports together; a run that failed without a failed test counts as one. */
export function closingLine(reports: readonly RunnerReport[]): { readonly line: string; readonly ok: boolean } {
  const sum = (count: (report: RunnerReport) => number) => reports.reduce((total, report) => total + count(report), 0)
  const passed = sum((report) => report.numPassedTests)
  const failed = sum((report) => Math.max(report.numFailedTests, report.success ? 0 : 1))
  const skipped = sum((report) => report.numPendingTests + report.numTodoTests)
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { line, ok: failed === 0 && passed > 0 && reports.every((report) => report.numPassedTests > 0) }
}

/** The report files that the workspaces owe, by their scripts. */
function owedReports(root: string): readonly string[] {
  return workspaceFolders(root).flatMap((folder) => {
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return ['test', 'proof'].filter((name) => name in scripts).map((name) => join(folder, 'reports', `${name}.json`))
  })
}

if (import.meta.main) {
  const owed = owedReports(join(import.meta.dirname, '..'))
  const missing = owed.filter((file) => !existsSync(file))
  for (const file of missing) console.error(`no report at ${file}: its tests did not run`)
  const reports = owed
    .filter((file) => !missing.includes(file))
    .map((file): RunnerReport => JSON.parse(readFileSync(file, 'utf8')))
  const { line, ok } = closingLine(reports)
  console.log(line)
  process.exitCode = ok && missing.length === 0 ? 0 : 1
}
