import { expect, test } from 'vitest'
import { parseStartTime } from './start-time.ts'

test.for([
  ['2026-12-05T22:00+01:00', '2026-12-05T21:00:00.000Z'],
  ['2026-12-05T21:00Z', '2026-12-05T21:00:00.000Z'],
  ['2026-12-05t21:00:30.5z', '2026-12-05T21:00:30.500Z'],
  ['2026-12-05T00:30-10:00', '2026-12-05T10:30:00.000Z'],
  [' 2026-12-05T21:00Z ', '2026-12-05T21:00:00.000Z'],
] as const)('%s is parsed as %s', ([text, time]) => {
  expect(new Date(parseStartTime(text)).toISOString()).toBe(time)
})

test.for([
  ['2026-12-05T22:00', /time zone is missing.*2026-12-05T22:00Z/],
  ['2026-12-05', /ISO 8601/],
  ['22:00', /ISO 8601/],
  ['tomorrow', /ISO 8601/],
  ['2026-02-30T22:00Z', /ISO 8601/],
  ['2026-13-01T22:00Z', /ISO 8601/],
  ['2026-12-05T25:00Z', /ISO 8601/],
  ['', /ISO 8601/],
] as const)('%j is rejected with advice on what to write', ([text, message]) => {
  expect(() => parseStartTime(text)).toThrow(message)
})
