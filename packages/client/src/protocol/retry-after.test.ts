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
  ['99999999999', 86_400_000],
  ['9'.repeat(400), 86_400_000],
  ['Wed, 21 Oct 2099 07:29:00 GMT', 86_400_000],
  ['-5', undefined],
  ['soon', undefined],
  ['1 2', undefined],
  ['57 seconds', undefined],
  ['0x10', undefined],
  ['1e3', undefined],
  ['', undefined],
  ['2026-10-21T07:29:00Z', undefined],
  ['Wed, garbage GMT', undefined],
  [`Wed, 21 Oct 2026 07:29:00${' '.repeat(100)}GMT`, undefined],
  [undefined, undefined],
] as const)('Retry-After: %s is %s ms', ([value, expected]) => {
  expect(parseRetryAfter(new Headers(value === undefined ? {} : { 'Retry-After': value }), now)).toBe(expected)
})

test.for([
  ['Wed, 21 Oct 2026 07:29:00 GMT', 'Wed, 21 Oct 2026 07:28:03 GMT', 57_000],
  ['Wed, 21 Oct 2026 07:29:00 GMT', 'Wed, 21 Oct 2026 07:40:00 GMT', 0],
  ['Wed, 21 Oct 2026 07:29:00 GMT', 'today', 60_000],
] as const)(
  'Retry-After: %s in a response dated %s is %s ms, whatever the clock of this machine says',
  ([value, date, expected]) => {
    expect(parseRetryAfter(new Headers({ 'Retry-After': value, Date: date }), now)).toBe(expected)
  },
)
