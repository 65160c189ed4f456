import { expect, test } from 'vitest'
import { formatDailyWindow, nextOpening, parseDailyWindow } from './daily-window.ts'

const openingOf = (window: string, now: string): string =>
  new Date(nextOpening(parseDailyWindow(window), Date.parse(now))).toISOString()

test.for([
  ['08:00-17:00 UTC', '2026-01-01T08:00:00Z', '2026-01-01T08:00:00.000Z'],
  ['08:00-17:00 UTC', '2026-01-01T07:59:59Z', '2026-01-01T08:00:00.000Z'],
  ['08:00-17:00 UTC', '2026-01-01T16:59:59Z', '2026-01-01T16:59:59.000Z'],
  ['08:00-17:00 UTC', '2026-01-01T17:00:00Z', '2026-01-02T08:00:00.000Z'],
  // Past midnight.
  ['22:00-06:00 UTC', '2026-01-01T22:00:30Z', '2026-01-01T22:00:30.000Z'],
  ['22:00-06:00 UTC', '2026-01-01T23:30:00Z', '2026-01-01T23:30:00.000Z'],
  ['22:00-06:00 UTC', '2026-01-02T05:59:00Z', '2026-01-02T05:59:00.000Z'],
  ['22:00-06:00 UTC', '2026-01-02T06:00:00Z', '2026-01-02T22:00:00.000Z'],
  ['18:00-24:00 UTC', '2026-01-01T23:59:00Z', '2026-01-01T23:59:00.000Z'],
  ['18:00-24:00 UTC', '2026-01-02T00:00:00Z', '2026-01-02T18:00:00.000Z'],
  ['00:00-06:00 UTC', '2026-01-01T06:00:00Z', '2026-01-02T00:00:00.000Z'],
  // Other time zones: one with a half-hour offset, one that is a day ahead.
  ['22:00-06:00 Asia/Kolkata', '2026-01-01T12:00:00Z', '2026-01-01T16:30:00.000Z'],
  ['22:00-06:00 Pacific/Auckland', '2026-01-01T17:00:00Z', '2026-01-02T09:00:00.000Z'],
] as const)('the window %s, at %s, opens at %s', ([window, now, opening]) => {
  expect(openingOf(window, now)).toBe(opening)
})

// Germany: 2026-03-29, 02:00 becomes 03:00 at 01:00Z; 2026-10-25, 03:00 becomes 02:00 at 01:00Z.
test.for([
  ['an evening before the clocks go forward', '22:00-06:00', '2026-03-28T12:00:00Z', '2026-03-28T21:00:00.000Z'],
  ['the evening after', '22:00-06:00', '2026-03-29T04:00:00Z', '2026-03-29T20:00:00.000Z'],
  ['a beginning that the clocks skip', '02:30-04:00', '2026-03-28T22:00:00Z', '2026-03-29T01:00:00.000Z'],
  ['a window that the clocks skip', '02:15-02:45', '2026-03-28T22:00:00Z', '2026-03-30T00:15:00.000Z'],
  ['a beginning after the change', '05:00-06:00', '2026-03-28T22:00:00Z', '2026-03-29T03:00:00.000Z'],
  ['an hour that occurs twice, first', '02:00-03:00', '2026-10-24T22:00:00Z', '2026-10-25T00:00:00.000Z'],
  ['an hour that occurs twice, again', '02:00-03:00', '2026-10-25T01:30:00Z', '2026-10-25T01:30:00.000Z'],
  ['a window that occurs twice', '02:15-02:45', '2026-10-25T00:50:00Z', '2026-10-25T01:15:00.000Z'],
  [
    'a window that has just closed, on a day of 25 hours',
    '01:00-02:00',
    '2026-10-25T00:00:00Z',
    '2026-10-26T00:00:00.000Z',
  ],
  ['a beginning after the clocks went back', '05:00-06:00', '2026-10-24T22:00:00Z', '2026-10-25T04:00:00.000Z'],
] as const)('when the clocks change: %s', ([, window, now, opening]) => {
  expect(openingOf(`${window} Europe/Berlin`, now)).toBe(opening)
})

test('the default time zone is that of the machine', () => {
  expect(parseDailyWindow('22:00-06:00').timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone)
  expect(formatDailyWindow(parseDailyWindow(' 22:00-06:00  Europe/Berlin '))).toBe('22:00-06:00 Europe/Berlin')
})

test.for([
  ['22-6', /HH:MM-HH:MM/],
  ['22:00', /HH:MM-HH:MM/],
  ['22:00-06:00-08:00', /HH:MM-HH:MM/],
  ['25:00-06:00', /HH:MM-HH:MM/],
  ['22:60-06:00', /HH:MM-HH:MM/],
  ['122:00-06:00', /HH:MM-HH:MM/],
  ['22:001-06:00', /HH:MM-HH:MM/],
  ['22:00-06:00 Mars Olympus', /"Mars Olympus" is not a time zone/],
  ['24:00-06:00', /HH:MM-HH:MM/],
  ['24:01-06:00', /HH:MM-HH:MM/],
  ['10pm-6am', /HH:MM-HH:MM/],
  ['', /HH:MM-HH:MM/],
  ['22:00-22:00', /same time.*leave it out/],
  ['00:00-24:00', /same time.*leave it out/],
  ['22:00-06:00 Mars/Olympus', /"Mars\/Olympus" is not a time zone.*Europe\/Berlin/],
] as const)('%j is rejected with advice on what to write', ([text, message]) => {
  expect(() => parseDailyWindow(text)).toThrow(message)
})
