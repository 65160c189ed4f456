// `npm run report:summary`: prints the results of the last runs of tests and proofs as Markdown.
import { join } from 'node:path'
import { failures, type RunReport, readRuns } from '../test-reports.ts'

/** A table of runs, and below it the names of the tests that failed. */
export function summaryOf(runs: ReadonlyMap<string, RunReport>): string {
  if (runs.size === 0) return 'No tests have left a report.'
  const rows = [...runs].map(([name, { numPassedTests, numFailedTests, success }]) => {
    return `| ${name} | ${numPassedTests} | ${numFailedTests} | ${success ? 'yes' : '**no**'} |`
  })
  const failed = [...runs].flatMap(([name, report]) => failures(report).map((failure) => `- ${name}: ${failure.name}`))
  const list = failed.length === 0 ? [] : ['', 'Failed:', '', ...failed]
  return ['| run | passed | failed | good |', '|---|---|---|---|', ...rows, ...list].join('\n')
}

if (import.meta.main) {
  const runs = readRuns(join(import.meta.dirname, '../..'))
  console.log(summaryOf(new Map(runs.flatMap(({ name, report }) => (report === undefined ? [] : [[name, report]])))))
}
