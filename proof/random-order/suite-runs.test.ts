import { expect, test } from 'vitest'
import { suites } from '../workspace/suites.ts'
import { describeRuns, shuffled } from './suite-runs.ts'

test('every suite of npm test is run, those of packages, examples and tools', () => {
  expect(suites()).toEqual(
    expect.arrayContaining(['packages/client', 'examples/walkthrough', 'proof', 'site', 'tools']),
  )
})

test('a seed determines the order', () => {
  const items = Array.from({ length: 20 }, (_, index) => index)
  expect(shuffled(items, 7)).toEqual(shuffled(items, 7))
  expect(shuffled(items, 7)).not.toEqual(shuffled(items, 8))
  expect([...shuffled(items, 7)].sort((one, other) => one - other)).toEqual(items)
})

test('a run counts as failed if one of its suites fails, and each failure is listed with its seed', () => {
  const passed = { run: 0, suite: 'tools', seed: 5, failed: false, load: 8 }
  const failed = { run: 1, suite: 'site', seed: 6, failed: true, load: 12 }
  const text = describeRuns([passed, { ...passed, run: 1, seed: 6, load: 9 }, failed], {
    runs: 2,
    lanes: 2,
    minutes: 3.2,
    cores: 2,
  })
  expect(text).toContain('--runs 2 --lanes 2 --seed 5')
  expect(text).toContain('1 of 2 runs passed')
  expect(text).toContain('2 of 3 runs of one suite')
  expect(text).toContain('The load average was 9.0 (median; lowest 8.0, tenth percentile 8.0)')
  expect(text).toContain('- site, seed 6: failed')
})
