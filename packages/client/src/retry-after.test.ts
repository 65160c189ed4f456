import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const now = Date.UTC(2026, 9, 21, 7, 28, 0)

test.for([
  ['57', 57_000],
  ['0', 0],
  ['  5 ', 5_000],
  ['1.5', 1_500],
  ['1.25', 1_250],
  ['at Wed, 21 Oct 2026 07:29:00 GMT', undefined],
  ['Wed, 21 Oct 2026 07:29:00 GMT+0100', undefined],
  ['Wed, 21 Oct 2026 07:29:00 GMT', 60_000],
  ['Mon, 21 Oct 2026 07:29:00 GMT', 60_000],
  ['Wednesday, 21-Oct-26 07:28:10 GMT', 10_000],
  ['Wed, 21 Oct 2026 07:27:00 GMT', 0],
  ['99999999999', 99_999_999_999_000],
  ['9'.repeat(400), Number.POSITIVE_INFINITY],
  ['-5', undefined],
  ['soon', undefined],
  ['1 2', undefined],
  ['57 seconds', undefined],
  ['0x10', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['2026-10-21T07:29:00Z', undefined],
  ['Wed, garbage GMT', undefined],
  [null, undefined],
  [undefined, undefined],
] as const)('Retry-After: %s is %s ms', ([value, expected]) => {
  expect(parseRetryAfter(value, now)).toBe(expected)
})
