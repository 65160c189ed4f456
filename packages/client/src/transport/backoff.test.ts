import { expect, test } from 'vitest'
import { backoff } from './backoff.ts'

test.for([
  // retries, random, Retry-After, milliseconds
  [0, 0, undefined, 250],
  [0, 1, undefined, 500],
  [1, 1, undefined, 1_000],
  [2, 0, undefined, 1_000],
  [3, 1, undefined, 4_000],
  [5, 1, undefined, 16_000],
  [50, 1, undefined, 16_000],
  [2000, 0, undefined, 8_000],
  [0, 0.5, 57_000, 57_000],
  [0, 0, 0, 0],
  [1, 0, 57_000, 57_500],
  [2, 1, 57_000, 59_000],
] as const)(
  'after %i retries, with random %d and Retry-After %s, the wait is %i ms',
  ([retries, random, asked, wait]) => {
    expect(backoff(retries, random, asked)).toBe(wait)
  },
)
