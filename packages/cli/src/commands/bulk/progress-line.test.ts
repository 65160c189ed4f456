import type { RunProgress } from '@partner-upgrades/bulk'
import { expect, test } from 'vitest'
import { progressLine } from './progress-line.ts'

const progress: RunProgress = {
  rows: 123_456,
  open: { new: 11_111, sent: 12, created: 2_345 },
  ended: {
    completed: 98_765,
    partial: 12,
    failed: 345,
    ineligible: 6_789,
    rejected: 1_234,
    unknown: 21,
    eligible: 0,
    upgraded: 0,
  },
  again: 0,
  round: 0,
  workers: 1,
  quietFor: 0,
  busy: 16,
  parallel: 16,
  outage: true,
  started: 5,
  limitReached: false,
  waitsUntil: 1,
}
const pulse = { perMinute: 120, left: 12 * 3_600_000 }
const few = { ...progress, ended: { ...progress.ended, partial: 0, failed: 0, ineligible: 0, rejected: 0, unknown: 0 } }

test.for([60, 80, 100, 120, 160, 240])('at %i columns, no count is cut off', (width) => {
  for (const each of [progress, { ...progress, outage: false }, few]) {
    const line = progressLine(each, pulse, width)
    expect(line.length).toBeLessThanOrEqual(width - 14)
    expect(line).not.toContain('…')
    expect(line).toContain('2,345 running')
    expect(line).toContain('of 123,456')
  }
})

test('a wide line shows everything, a narrow one what matters most', () => {
  expect(progressLine(progress, pulse, 240)).toMatch(
    /^█+░+ 109,988 of 123,456 · 120\/min · 12 h 0 min left · no connection · creates wait · 12 unsettled · 2,345 running · 98,765 completed · .* · 21 unknown$/,
  )
  expect(progressLine({ ...progress, outage: false }, pulse, 80)).toBe(
    '109,988 of 123,456 · creates wait · 12 unsettled · 2,345 running',
  )
  const { waitsUntil: _, ...plain } = { ...progress, outage: false }
  expect(progressLine(plain, pulse, 90)).toBe(
    '109,988 of 123,456 · 12 unsettled · 2,345 running · 98,765 done · 8,401 not',
  )
})

test('a small list has a bar at 80 columns', () => {
  const small = {
    ...few,
    rows: 12,
    open: { new: 3, sent: 0, created: 4 },
    ended: { ...few.ended, completed: 5 },
    outage: false,
  }
  const { waitsUntil: _, ...plain } = small
  const line = progressLine(plain, { perMinute: 2, left: 180_000 }, 80)
  expect(line).toBe('██░░░ 5 of 12 · 2.0/min · 3 min 0 s left · 4 running · 5 completed')
})
