// Sums the JSON reports of all test runners in one line: how many results passed and failed, how many distinct tests and how many cases of
// parametrised ones these are, what was skipped, and how many runs left no report. A workspace with a `test` script must have
// `reports/test.json`, one with a `proof` script `reports/proof.json`. A report that is missing or has no test fails, and so does a skipped
// test. Stages are given as arguments such as `npm test=0`: one with an exit code other than 0 fails, whatever the reports say.
// With --root, the workspaces of another folder are summed. Failures and the ten slowest tests are listed above that line, because only the
// end of a long log may be kept.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { failures, type RunReport, readRuns, slowest, type Variety, varietyOf } from './test-reports.ts'

/** A command that was run before, and its exit code. */
export interface Stage {
  readonly name: string
  readonly code: number
}

/**
 * The closing line for all reports together. A run or a stage that failed without a failed test counts as one failure, and so do all
 * missing reports together: tests that did not run have neither passed nor failed.
 */
export function closingLine(
  reports: readonly (RunReport | undefined)[],
  stages: readonly Stage[] = [],
): { readonly line: string; readonly ok: boolean } {
  const there = reports.filter((report) => report !== undefined)
  const sum = (count: (report: RunReport) => number) => there.reduce((total, report) => total + count(report), 0)
  const passed = sum((report) => report.numPassedTests)
  const absent = reports.length - there.length
  const missing = Math.min(absent, 1)
  const failedRuns = sum((report) => Math.max(report.numFailedTests, report.success ? 0 : 1))
  const failedStages = stages.filter(({ code }) => code !== 0).length
  const failed = Math.max(failedRuns + missing, failedStages)
  const skipped = sum((report) => report.numPendingTests + report.numTodoTests)
  const variety = there.map(varietyOf)
  const total = (count: (each: Variety) => number) => variety.reduce((all, each) => all + count(each), 0)
  const parts = [
    `${passed} passed`,
    `${failed} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(absent > 0 ? [`${absent} ${absent === 1 ? 'run' : 'runs'} left no report`] : []),
  ]
  const distinct = total((each) => each.distinct)
  const cases = `${total((each) => each.parametrised)} of them parametrised with ${total((each) => each.cases)} cases`
  const ok = failed === 0 && skipped === 0 && passed > 0 && there.every((report) => report.numPassedTests > 0)
  return { line: `${parts.join(', ')} (${distinct} distinct tests passed, ${cases})`, ok }
}

/**
 * Parses a stage from an argument such as `npm test=0`.
 *
 * @throws TypeError if it is not a stage.
 */
export function parseStage(argument: string): Stage {
  const [, name = '', code] = /^(.+)=(\d+)$/.exec(argument) ?? []
  if (code === undefined)
    throw new TypeError(`"${argument}" is not a stage: give its command and exit code, as in "npm test=0"`)
  return { name, code: Number(code) }
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { root: { type: 'string' } } })
  const stages = positionals.map(parseStage)
  const runs = readRuns(values.root ?? join(import.meta.dirname, '..'))
  for (const { name, seconds } of slowest(runs, 10)) console.log(`slow: ${seconds.toFixed(1)} s ${name}`)
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
