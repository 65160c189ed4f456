import { expect, test } from 'vitest'
import { createLookShare } from './look-share.ts'

/** Claims rows in batches of `sizes` while `starts` and `looks` rows wait; returns how many of each were claimed. */
function claim({ sizes, starts, looks }: { sizes: readonly number[]; starts: number; looks: number }) {
  const share = createLookShare()
  const claimed = { starts: 0, looks: 0 }
  for (const size of sizes) {
    const first = Math.min(size - share.reserve(size), starts - claimed.starts)
    const then = Math.min(size - first, looks - claimed.looks)
    share.claimed(then)
    claimed.starts += first + Math.min(size - first - then, starts - claimed.starts - first)
    claimed.looks += then
  }
  return claimed
}

const hundred = (size: number): readonly number[] => Array.from({ length: 100 / size }, () => size)

test.each([1, 2, 4, 5, 10, 20, 100])('of rows claimed %i at a time, two in five are polls', (size) => {
  expect(claim({ sizes: hundred(size), starts: 1_000, looks: 1_000 })).toEqual({ starts: 60, looks: 40 })
})

test.each([1, 5, 100])('if only one kind waits, all rows claimed %i at a time are of that kind', (size) => {
  expect(claim({ sizes: hundred(size), starts: 1_000, looks: 0 })).toEqual({ starts: 100, looks: 0 })
  expect(claim({ sizes: hundred(size), starts: 0, looks: 1_000 })).toEqual({ starts: 0, looks: 100 })
})

test('polls that arrive after a long time without any get no more than their share', () => {
  const share = createLookShare()
  for (let time = 0; time < 1_000; time++) {
    share.reserve(1)
    share.claimed(0)
  }
  expect(share.reserve(10)).toBe(4)
})
