import { expect, test } from 'vitest'
import { parseDailyWindow } from './daily-window.ts'
import { nextStart } from './schedule.ts'

const at = (text: string): number => Date.parse(`${text}:00Z`)
const between = parseDailyWindow('22:00-06:00 UTC')

test.for([
  ['before the start, though the window is open', '2026-12-05T12:00', '2026-12-05T01:00', '2026-12-05T22:00'],
  ['before a start in the window', '2026-12-05T23:30', '2026-12-05T01:00', '2026-12-05T23:30'],
  ['after the start, with the window closed', '2026-12-05T12:00', '2026-12-06T07:00', '2026-12-06T22:00'],
  ['after the start, with the window open', '2026-12-05T12:00', '2026-12-06T23:00', '2026-12-06T23:00'],
])('%s, creates start when both allow it', ([, startAt = '', now = '', start = '']) => {
  expect(nextStart({ startAt: at(startAt), between }, at(now))).toBe(at(start))
})
