import { expect, test } from 'vitest'
import { closingLine, parseStage } from './report-sum.ts'
import { failures } from './test-reports.ts'

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, success: true }

test('the tests of all reports are counted', () => {
  expect(closingLine([report, { ...report, numPassedTests: 4 }])).toEqual({ line: '7 passed, 0 failed', ok: true })
})

test('a failed test shows and fails', () => {
  const failed = { ...report, numFailedTests: 2, success: false }
  expect(closingLine([report, failed])).toEqual({ line: '6 passed, 2 failed', ok: false })
})

test('a run that failed outside of its tests counts as a failure', () => {
  expect(closingLine([{ ...report, success: false }])).toEqual({ line: '3 passed, 1 failed', ok: false })
})

test('skipped tests are stated, and fail', () => {
  for (const skipped of [{ numPendingTests: 1 }, { numTodoTests: 1 }])
    expect(closingLine([{ ...report, ...skipped }])).toEqual({ line: '3 passed, 0 failed, 1 skipped', ok: false })
})

test('a report that is missing counts as a failure: its tests did not run', () => {
  expect(closingLine([report, undefined])).toEqual({ line: '3 passed, 1 failed', ok: false })
})

test('a stage that failed counts, even if no test did', () => {
  const stages = ['npm test=0', 'npm run proof=1'].map(parseStage)
  expect(closingLine([report], stages)).toEqual({ line: '3 passed, 1 failed', ok: false })
  const failed = { ...report, numFailedTests: 2, success: false }
  expect(closingLine([failed], stages)).toEqual({ line: '3 passed, 2 failed', ok: false })
})

test('an argument that is no stage is refused', () => {
  expect(() => parseStage('npm test')).toThrow('"npm test" is no stage')
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
