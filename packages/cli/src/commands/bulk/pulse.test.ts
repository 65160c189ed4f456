import type { RunProgress } from '@partner-upgrades/bulk'
import { expect, test } from 'vitest'
import { ended, runProgress } from '../../../test/run-progress.ts'
import { createPulse } from './pulse.ts'

/** The progress of a list of 1,000 customers with the given numbers of new and created ones. */
function progressOf(fresh: number, created: number, more: Partial<RunProgress> = {}): RunProgress {
  return runProgress({
    rows: 1_000,
    open: { new: fresh, sent: 0, created },
    ended: ended({ completed: 1_000 - fresh - created }),
    ...more,
  })
}

/** Creates a pulse on a clock that is set in minutes. */
function setPulse() {
  let minute = 0
  const pulse = createPulse(() => 60_000 * minute)
  return (at: number, progress: RunProgress) => {
    minute = at
    return pulse(progress)
  }
}

test('the time left follows from the speed of the last five minutes', () => {
  const at = setPulse()
  expect(at(0, progressOf(1_000, 0)).left).toBeUndefined()
  expect(at(1, progressOf(980, 0))).toMatchObject({ perMinute: 20, left: 49 * 60_000 })
  for (const minute of [2, 3, 4, 5, 6, 7, 8]) at(minute, progressOf(980 - 10 * (minute - 1), 0))
  expect(at(9, progressOf(900, 0)).perMinute).toBeCloseTo(10, 0)
})

test('customers settled before a resumed run do not count towards its speed', () => {
  const at = setPulse()
  expect(at(0, progressOf(400, 0))).toEqual({ perMinute: 0 })
  expect(at(1, progressOf(396, 0))).toMatchObject({ perMinute: 4, left: 99 * 60_000 })
})

test('nor do customers who settle first because an earlier run created their upgrades', () => {
  const at = setPulse()
  at(0, progressOf(400, 300))
  // Their upgrades ended long ago: 290 settle in half a minute, which would predict seconds for the others.
  expect(at(0.5, progressOf(400, 10)).left).toBeUndefined()
  expect(at(1, progressOf(390, 10)).left).toBeUndefined()
  expect(at(2, progressOf(386, 10))).toMatchObject({ perMinute: 2, left: 198 * 60_000 })
})

test('while creates wait, the time left is unknown', () => {
  const at = setPulse()
  at(0, progressOf(1_000, 0))
  expect(at(1, progressOf(980, 0, { waitsUntil: 9_000_000 })).left).toBeUndefined()
})
