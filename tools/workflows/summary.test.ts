import { expect, test } from 'vitest'
import type { RunReport } from '../test-reports.ts'
import { summaryOf } from './summary.ts'

const passed = { status: 'passed', fullName: 'it works' }
const good: RunReport = {
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [{ assertionResults: [passed] }],
}

test('each run is one row', () => {
  expect(summaryOf(new Map([['tools test', good]]))).toContain('| tools test | 2 | 0 | yes |')
  expect(summaryOf(new Map([['tools test', good]]))).not.toContain('Failed')
})

test('each failed test is named, and so is a file that could not be run', () => {
  const testResults = [
    { assertionResults: [passed, { status: 'failed', fullName: 'it fails' }] },
    { message: 'Cannot find module\nat …', assertionResults: [] },
  ]
  const text = summaryOf(new Map([['tools proof', { ...good, numFailedTests: 1, success: false, testResults }]]))
  expect(text).toContain('| tools proof | 2 | 1 | **no** |')
  expect(text).toContain('- tools proof: it fails')
  expect(text).toContain('- tools proof: Cannot find module')
})

test('a run that failed outside of its tests is not good', () => {
  expect(summaryOf(new Map([['tools test', { ...good, success: false }]]))).toContain('| tools test | 2 | 0 | **no** |')
})

test('the absence of reports is stated', () => {
  expect(summaryOf(new Map())).toBe('No tests have left a report.')
})
