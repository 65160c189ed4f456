import { expect, test } from 'vitest'
import { firstFailure, looksFor } from './judge.ts'

const entry = {
  area: 'polls',
  sentence: 'Polls do not slow down',
  file: 'packages/client/src/upgrade/poll-delay.ts',
  from: 'a',
  to: 'b',
}
const beside = { suite: 'packages/client', file: 'src/upgrade/' }

test('the tests beside the file run first, then the named suites, then the suite of the file, then all others', () => {
  const [first, second, third, ...rest] = looksFor({ ...entry, suites: ['tools'] }, {})
  expect([first, second, third]).toEqual([beside, { suite: 'tools' }, { suite: 'packages/client' }])
  expect(rest).toContainEqual({ suite: 'packages/cli' })
  expect(rest).not.toContainEqual({ suite: 'tools' })
})

test('the test that noticed last time runs before all others, as long as its file exists', () => {
  const test = { by: 'packages/bulk', test: 'it slows down' }
  const there = looksFor(entry, { [entry.sentence]: { ...test, file: 'src/run/poll-times.test.ts' } })
  expect(there.slice(0, 2)).toEqual([
    { suite: 'packages/bulk', file: 'src/run/poll-times.test.ts' },
    { suite: 'packages/bulk' },
  ])
  const gone = looksFor(entry, { [entry.sentence]: { ...test, file: 'src/run/gone.test.ts' } })
  expect(gone.slice(0, 2)).toEqual([beside, { suite: 'packages/bulk' }])
})

test('with nearOnly, only the suites closest to the file run', () => {
  expect(looksFor(entry, {}, true)).toEqual([beside, { suite: 'packages/client' }])
})

test.for([
  [' FAIL  src/a.test.ts > it > adds\nError', { file: 'src/a.test.ts', test: 'it > adds' }],
  [' FAIL  |slow| src/a.test.ts > adds', { file: 'src/a.test.ts', test: 'adds' }],
  [' FAIL  src/a.test.ts:9:1 > adds', { file: 'src/a.test.ts', test: 'adds' }],
  [' FAIL  src/a.test.ts\nSyntaxError', { file: 'src/a.test.ts', test: 'the file could not be loaded' }],
  ['ended after 300 s', { test: 'it ended otherwise' }],
])('%j says which test failed', ([output, failure]) => {
  expect(firstFailure(String(output))).toEqual(failure)
})
