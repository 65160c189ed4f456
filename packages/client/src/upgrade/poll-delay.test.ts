import { expect, test } from 'vitest'
import { pollDelay } from './poll-delay.ts'

test.for([
  [undefined, 0.5, 5_000],
  [undefined, 0, 4_500],
  [5_000, 0.5, 7_500],
  [7_500, 0.5, 11_250],
  [100, 0.5, 5_000],
  [50_000, 0.5, 60_000],
  [60_000, 1, 66_000],
] as const)('after a delay of %s, with random %d, the next poll is in %i ms', ([last, random, delay]) => {
  expect(pollDelay(last, random, 5_000, 60_000)).toBeCloseTo(delay)
})
