// `npm run report:summary`: what the last runs of tests and proofs came to, as Markdown for a page that people look at.
import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { workspaceFolders } from '../workspaces.ts'

interface Assertion {
  readonly status: string
  readonly fullName: string
}

/** What vitest says in its JSON report of a run. */
export interface RunReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly success: boolean
  readonly testResults: readonly { readonly message?: string; readonly assertionResults: readonly Assertion[] }[]
}

/** A table of runs, and below it the names of the tests that failed. */
export function summaryOf(runs: ReadonlyMap<string, RunReport>): string {
  if (runs.size === 0) return 'No tests have left a report.'
  const rows = [...runs].map(([name, { numPassedTests, numFailedTests, success }]) => {
    return `| ${name} | ${numPassedTests} | ${numFailedTests} | ${success ? 'yes' : '**no**'} |`
  })
  const failed = [...runs].flatMap(([name, { testResults }]) =>
    testResults.flatMap(({ message = '', assertionResults }) => [
      ...assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `- ${name}: ${fullName}`),
      ...(assertionResults.length === 0 && message !== '' ? [`- ${name}: ${message.split('\n')[0]}`] : []),
    ]),
  )
  const failures = failed.length === 0 ? [] : ['', 'Failed:', '', ...failed]
  return ['| run | passed | failed | good |', '|---|---|---|---|', ...rows, ...failures].join('\n')
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../..')
  const reports = workspaceFolders(root).flatMap((folder) =>
    ['test', 'proof'].map(
      (run) => [`${relative(root, folder)} ${run}`, join(folder, 'reports', `${run}.json`)] as const,
    ),
  )
  const found = reports.filter(([, file]) => existsSync(file))
  console.log(summaryOf(new Map(found.map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8'))]))))
}
