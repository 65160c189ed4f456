import { expect, test } from 'vitest'
import { textMessage } from '../../test/messages.ts'
import { createRandom } from '../random/random.ts'
import { createClock } from '../time/clock.ts'
import { createCorrelation } from './correlation.ts'

test("responses have the clock's Date, in whole seconds", () => {
  const clock = createClock({ start: '2026-01-31T23:59:58.500Z' })
  const correlate = createCorrelation(clock, createRandom(0), true)
  const dates = ['0ms', '499ms', '1ms', '1s', '1h'] as const
  const seen = dates.map((by) => {
    clock.advance(by)
    return correlate(textMessage({})).Date
  })
  expect(seen).toEqual([
    'Sat, 31 Jan 2026 23:59:58 GMT',
    'Sat, 31 Jan 2026 23:59:58 GMT',
    'Sat, 31 Jan 2026 23:59:59 GMT',
    'Sun, 01 Feb 2026 00:00:00 GMT',
    'Sun, 01 Feb 2026 01:00:00 GMT',
  ])
})
