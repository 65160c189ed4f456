import { PassThrough } from 'node:stream'
import { ConnectionError } from '@partner-upgrades/client'
import { expect, test } from 'vitest'
import { runProgress } from '../../../test/run-progress.ts'
import { createProgressReports } from './progress-reports.ts'

/** Creates reports on a clock that the test sets, and records what they report. */
function setReports(columns?: number) {
  let time = 0
  const events: string[] = []
  const lines: string[] = []
  const stream = Object.assign(new PassThrough(), columns && { columns })
  const { signal } = new AbortController()
  const host = { env: {}, stdin: stream, stdout: stream, stderr: stream, signal, interrupt: () => {} }
  const reporter = {
    report: ({ json }: { readonly json: { readonly event: string } }) => void events.push(json.event),
    note: () => {},
    progress: (text: string) => void lines.push(text),
    clearProgress: () => {},
  }
  const reports = createProgressReports({ host, reporter }, {}, () => time)
  return {
    events,
    lines,
    reports,
    tell(at: number, change: Parameters<typeof runProgress>[0] = {}) {
      time = at
      reports.tell(runProgress({ rows: 2, open: { new: 1, sent: 0, created: 0 }, ...change }))
    },
  }
}

test('the line on a screen is drawn at once, and then five times a second', () => {
  const { lines, tell } = setReports()
  for (const at of [0, 100, 199, 200, 399, 400]) tell(at)
  expect(lines).toHaveLength(3)
})

test('a pipe gets a line every ten seconds', () => {
  const { events, tell } = setReports()
  for (const at of [0, 9_999, 10_000, 19_999, 20_000]) tell(at)
  expect(events).toEqual(['progress', 'progress'])
})

test('the line fits the terminal, or 80 columns', () => {
  const [wide, unknown] = [setReports(200), setReports()]
  for (const { tell } of [wide, unknown]) tell(0, { rows: 1_000_000, outage: true, waitsUntil: 1 })
  expect(wide.lines[0]?.length).toBeGreaterThan(80)
  expect(unknown.lines[0]?.length).toBeLessThanOrEqual(80)
})

test('an outage and a wait are reported once, and so are their ends', async () => {
  const { events, reports, tell } = setReports()
  const outage = { outage: true, outageCause: new ConnectionError('no connection') }
  tell(0, outage)
  tell(1, outage)
  tell(2)
  tell(3)
  await reports.end()
  expect(events).toEqual(['outage', 'outageOver'])
  tell(4, { waitsUntil: 1_000 })
  tell(5, { waitsUntil: 1_000 })
  tell(6)
  tell(7)
  expect(events.slice(2)).toEqual(['waiting', 'goingOn'])
})
