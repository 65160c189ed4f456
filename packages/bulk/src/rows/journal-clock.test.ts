import { describe, expect, test } from 'vitest'
import { createJournalTime } from './journal-time.ts'

type Line = readonly [worker: string, at: number, set?: number]

/** The journal's time at each of several lines. */
function timesOf(...lines: readonly Line[]): readonly number[] {
  const { hear } = createJournalTime()
  return lines.map(([worker, at, set = 0]) => hear(worker, at, set))
}

test('the time of a journal is that of the clock, and never goes back', () => {
  expect(timesOf(['a', 10_000], ['b', 10_500], ['a', 10_200], ['b', 11_000])).toEqual([10_000, 10_500, 10_500, 11_000])
  const { hear, of } = createJournalTime()
  hear('a', 10_000, 0)
  expect([of(9_000), of(12_000)]).toEqual([10_000, 12_000])
})

describe('without a monotonic clock', () => {
  test('a line more than a second behind its worker’s previous one shows that the clock was set back', () => {
    expect(timesOf(['a', 10_000], ['a', 8_999], ['a', 9_999])).toEqual([10_000, 10_000, 11_000])
    expect(timesOf(['a', 10_000], ['a', 9_000], ['a', 9_999])).toEqual([10_000, 10_000, 10_000])
  })

  test('the previous line of the worker decides, not its first one', () => {
    expect(timesOf(['a', 10_000], ['a', 20_000], ['a', 15_000], ['a', 16_000])).toEqual([
      10_000, 20_000, 20_000, 21_000,
    ])
  })

  test('a line behind those of other workers proves nothing: its worker may have been delayed', () => {
    expect(timesOf(['a', 10_000], ['b', 5_000], ['a', 10_500], ['b', 5_500], ['a', 11_000])).toEqual([
      ...[10_000, 10_000, 10_500, 10_500, 11_000],
    ])
    expect(timesOf(['a', 10_000], ['b', 5_000], ['b', 5_000], ['a', 10_500])).toEqual([10_000, 10_000, 10_000, 10_500])
  })

  test('a line behind those of other workers proves it if the journal’s time has stood still since its worker’s previous line', () => {
    expect(timesOf(['a', 10_000], ['b', 5_000], ['b', 5_500], ['b', 6_500])).toEqual([10_000, 10_000, 10_000, 11_000])
  })
})

describe('with a monotonic clock', () => {
  test('a clock that was set back is corrected once, however many workers report it', () => {
    expect(timesOf(['a', 10_000], ['b', 10_000], ['a', 5_000, -6_000], ['b', 5_500, -6_000], ['a', 6_000])).toEqual([
      ...[10_000, 10_000, 11_000, 11_500, 12_000],
    ])
  })

  test('a line that is not behind by more than a second had been corrected before', () => {
    expect(timesOf(['a', 10_000], ['a', 9_000, -6_000], ['a', 10_000])).toEqual([10_000, 10_000, 10_000])
    expect(timesOf(['a', 10_000], ['a', 8_999, -6_000], ['a', 10_000])).toEqual([10_000, 14_999, 16_000])
  })

  test('a clock that was set forward is corrected once, however many workers report it', () => {
    expect(timesOf(['a', 10_000], ['b', 10_000], ['a', 70_000, 55_000], ['b', 71_000, 55_000], ['a', 72_000])).toEqual([
      ...[10_000, 10_000, 15_000, 16_000, 17_000],
    ])
  })

  test('a line that is ahead by almost as much as the clock was set shows the change', () => {
    expect(timesOf(['a', 10_000], ['a', 64_000, 55_000], ['a', 66_000])).toEqual([10_000, 10_000, 11_000])
    expect(timesOf(['a', 10_000], ['a', 63_999, 55_000])).toEqual([10_000, 63_999])
  })
})
