import { expect, test } from 'vitest'
import { type Duration, toMilliseconds } from './duration.ts'

test.each<[Duration, number]>([
  [0, 0],
  [1500, 1500],
  ['250ms', 250],
  ['90s', 90_000],
  ['10m', 600_000],
  ['1.5h', 5_400_000],
  ['1.25h', 4_500_000],
  ['2d', 172_800_000],
])('%s lasts %d ms', (duration, milliseconds) => {
  expect(toMilliseconds(duration)).toBe(milliseconds)
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, '-1s', '1e3s', '1hour', '1 h', '1.s', '', '5'] as Duration[])(
  '%s is not a duration',
  (duration) => {
    expect(() => toMilliseconds(duration)).toThrow(`Invalid duration: ${duration}`)
  },
)
