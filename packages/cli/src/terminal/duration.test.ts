import { expect, test } from 'vitest'
import { parseDuration, toDuration } from './duration.ts'

test.for<[text: string, ms: number | undefined]>([
  ['500ms', 500],
  ['30s', 30_000],
  ['2m', 120_000],
  ['0.4s', 400],
  ['0s', undefined],
  ['5', undefined],
  ['-5s', undefined],
  ['5 s', undefined],
  ['1.5h', 5_400_000],
  ['1d', undefined],
  ['10.25s', 10_250],
  ['x5s', undefined],
  ['5sx', undefined],
  ['.5s', undefined],
  ['5.s', undefined],
  ['', undefined],
])('%s is %i ms', ([text, ms]) => {
  expect(parseDuration(text)).toBe(ms)
})

test.for<[ms: number, text: string]>([
  [0, '0 s'],
  [59_499, '59 s'],
  [59_500, '1 min 0 s'],
  [60_000, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [3_599_499, '59 min 59 s'],
  [3_600_000, '1 h 0 min'],
  [7_199_000, '1 h 59 min'],
  [172_830_000, '48 h 0 min'],
])('%i ms is formatted as %s', ([ms, text]) => {
  expect(toDuration(ms)).toBe(text)
})
