import { expect, test } from 'vitest'
import { closingLine, parseStage } from './report-sum.ts'
import { failures, slowest, varietyOf } from './test-reports.ts'

const passed = (line: number | null, ...ancestorTitles: string[]) => ({
  status: 'passed',
  fullName: 'a wait > ends',
  ancestorTitles,
  location: line === null ? null : { line, column: 1 },
})

/** A report of one single test, and of one with two cases. */
const report = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ assertionResults: [passed(1), passed(2), passed(2)] }],
}
const variety = '(2 distinct tests passed, 1 of them parametrised with 2 cases)'

test('the tests of all reports are counted', () => {
  expect(closingLine([report, { ...report, numPassedTests: 4 }])).toEqual({
    line: '7 passed, 0 failed (4 distinct tests passed, 2 of them parametrised with 4 cases)',
    ok: true,
  })
})

test('a failed test shows and fails', () => {
  const failed = { ...report, numFailedTests: 2, success: false }
  expect(closingLine([report, failed])).toEqual({ line: expect.stringMatching(/^6 passed, 2 failed \(/), ok: false })
})

test('a run that failed outside of its tests counts as a failure', () => {
  expect(closingLine([{ ...report, success: false }])).toEqual({ line: `3 passed, 1 failed ${variety}`, ok: false })
})

test('skipped tests are stated, and fail', () => {
  for (const skipped of [{ numPendingTests: 1 }, { numTodoTests: 1 }])
    expect(closingLine([{ ...report, ...skipped }])).toEqual({
      line: `3 passed, 0 failed, 1 skipped ${variety}`,
      ok: false,
    })
})

test('a report that is missing counts as a failure: its tests did not run', () => {
  expect(closingLine([report, undefined])).toEqual({
    line: `3 passed, 1 failed, 1 run left no report ${variety}`,
    ok: false,
  })
  expect(closingLine([undefined, report, undefined]).line).toBe(`3 passed, 1 failed, 2 runs left no report ${variety}`)
})

test('a stage that failed counts, even if no test did', () => {
  const stages = ['npm test=0', 'npm run proof=1'].map(parseStage)
  expect(closingLine([report], stages)).toEqual({ line: `3 passed, 1 failed ${variety}`, ok: false })
  const failed = { ...report, numFailedTests: 2, success: false }
  expect(closingLine([failed], stages)).toEqual({ line: `3 passed, 2 failed ${variety}`, ok: false })
})

test('an argument that is not a stage is rejected', () => {
  expect(() => parseStage('npm test')).toThrow('"npm test" is not a stage')
})

test('a report without a test is a failure', () => {
  expect(closingLine([report, { ...report, numPassedTests: 0 }]).ok).toBe(false)
})

test('each failed test of a run is named with its message', () => {
  const failed = { status: 'failed', fullName: 'a wait > ends', failureMessages: ['Error: expected 1\n at here'] }
  const passed = { status: 'passed', fullName: 'a call > is sent' }
  const testResults = [{ assertionResults: [failed, passed] }, { message: 'Cannot find module', assertionResults: [] }]
  expect(failures({ testResults })).toEqual([
    { name: 'a wait > ends', message: 'Error: expected 1\n at here' },
    { name: 'Cannot find module', message: '' },
  ])
})

test('results with one location in a file, or without locations in one group, are cases of one test', () => {
  const failed = { ...passed(1), status: 'failed' }
  expect(
    varietyOf({
      testResults: [
        { assertionResults: [passed(1), passed(2), passed(2), passed(null, 'a', 'b'), passed(null, 'a', 'b'), failed] },
        { assertionResults: [passed(2), passed(null, 'a', 'c')] },
      ],
    }),
  ).toEqual({ distinct: 5, parametrised: 2, cases: 4 })
})

test('the slowest tests of all runs are listed, the slowest first', () => {
  const took = (fullName: string, duration: number | null) => ({ status: 'passed', fullName, duration })
  const runOf = (name: string, ...assertionResults: ReturnType<typeof took>[]) => ({
    name,
    report: { ...report, testResults: [{ assertionResults }] },
  })
  const runs = [
    runOf('a test', took('quick', 999), took('a second', 1_000), took('never ran', null)),
    { name: 'b test', report: undefined },
    runOf('c proof', took('slow', 90_500), took('slower', 120_000)),
  ]
  expect(slowest(runs, 4)).toEqual([
    { name: 'c proof: slower', seconds: 120 },
    { name: 'c proof: slow', seconds: 90.5 },
    { name: 'a test: a second', seconds: 1 },
  ])
  expect(slowest(runs, 1)).toHaveLength(1)
})
