import { InputError, ListError } from '@partner-upgrades/bulk'
import { expect, test } from 'vitest'
import { ended, runProgress } from '../../../test/run-progress.ts'
import { shown } from '../../../test/shown.ts'
import { toListError } from './list-error.ts'
import { toNotice } from './notify/notice.ts'
import { outageOverReport, outageReport } from './outage.ts'
import { progressLine } from './progress-line.ts'
import { goingOnReport, scheduleNotes, waitingReport } from './schedule.ts'
import { consequenceOf, endReport, progressReport, unfinishedNotes } from './view.ts'

const open = { new: 1_000, sent: 12, created: 2_345 }
const under = runProgress({ rows: 5_000, open, ended: ended({ completed: 1_600, unknown: 43 }), busy: 3, workers: 2 })

test('progress is a line for logs, numbers for programs, and nothing on a screen', () => {
  const pulse = { perMinute: 12.345, left: 61_499 }
  const report = progressReport({ ...under, outage: true, waitsUntil: 1 }, pulse)
  expect(report.plain).toEqual([
    'progress: 1,643 of 5,000, 12 unsettled, 2,345 running, 1,600 completed, 43 unknown, no connection, creates wait',
  ])
  expect(report.json).toEqual({
    event: 'progress',
    rows: 5_000,
    settled: 1_643,
    open,
    ended: under.ended,
    busy: 3,
    parallel: 16,
    workers: 2,
    outage: true,
    perMinute: 12.3,
    secondsLeft: 61,
  })
  expect(shown(report)).toEqual([])
  const quiet = progressReport({ ...under, open: { ...open, sent: 0 }, quietFor: 1 }, { perMinute: 0 })
  expect(quiet.plain).toEqual(['progress: 1,655 of 5,000, 2,345 running, 1,600 completed, 43 unknown, throttled'])
  expect(quiet.json).not.toHaveProperty('secondsLeft')
})

const files = { csv: 'a.csv', jsonLines: 'a.jsonl', report: 'a.html', audit: 'a.audit' }
const done = runProgress({ rows: 1_500, ended: ended({ completed: 1_000, upgraded: 500 }) })

test.for<[what: string, change: Parameters<typeof endReport>, screen: string[], json: object]>([
  [
    'all succeeded',
    [{ progress: done, files, journal: 'j' }, false, false],
    ['✔ Done          1,000 completed, 500 already upgraded', ...Object.values(files)],
    { event: 'done', settledBefore: false, files, mayRunAgain: 0 },
  ],
  [
    'some had failed before',
    [{ progress: { ...done, ended: ended({ failed: 1_500 }), again: 1_400 }, files, journal: 'j' }, true, false],
    [
      '✘ Done          1,500 failed',
      'already settled, nothing was sent this time',
      '1,400 can be retried with --only-failed',
      ...Object.values(files),
    ],
    { event: 'done', settledBefore: true, mayRunAgain: 1_400 },
  ],
  [
    'a dry run had been settled before',
    [{ progress: { ...done, ended: ended({ eligible: 1_500 }) }, files, journal: 'j' }, true, true],
    [
      '✔ Done          1,500 eligible',
      'already settled, nothing was sent this time; use --again to check again',
      ...Object.values(files),
    ],
    { event: 'done', settledBefore: true },
  ],
  [
    'the run was stopped',
    [{ progress: { ...under, again: 5 }, journal: 'j' }, false, false],
    ['● Stopped       1,600 completed, 43 unknown', '3,357 open: rerun the same command to continue', 'j'],
    { event: 'stopped', left: 3_357, limitReached: false, journal: 'j' },
  ],
  [
    'the run was stopped before anything was settled',
    [{ progress: runProgress({ rows: 2, open: { new: 2, sent: 0, created: 0 } }), journal: 'j' }, false, false],
    ['● Stopped', '2 open: rerun the same command to continue', 'j'],
    { event: 'stopped', left: 2 },
  ],
  [
    'the limit was reached',
    [
      {
        progress: { ...under, open: { new: 1_000, sent: 0, created: 0 }, started: 1_600, limitReached: true },
        journal: 'j',
      },
      false,
      false,
    ],
    [
      '● Batch done    1,600 completed, 43 unknown',
      'limit of 1,600 reached, 1,000 left: rerun the same command for the next batch',
      'j',
    ],
    { event: 'stopped', left: 1_000, limitReached: true },
  ],
])('when %s, the report shows the outcome and what to do next', ([, [upgraded, before, dryRun], lines, json]) => {
  const report = endReport(upgraded, before, dryRun)
  const [first = '', ...more] = lines
  expect(shown(report, 200)).toEqual([first, ...more.map((line) => `${' '.repeat(16)}${line}`)])
  expect(report.json).toMatchObject({ rows: upgraded.progress.rows, journal: 'j', ...json })
  expect('files' in report.json).toBe(upgraded.files !== undefined)
  expect('left' in report.json).toBe('left' in json)
})

test('in a pipe, the end is one line, plus one for each file', () => {
  const progress = { ...done, ended: ended({ failed: 1_500 }), again: 2 }
  expect(endReport({ progress, files: { ...files }, journal: 'j' }, true, false).plain).toEqual([
    'done: 1,500 failed; already settled, nothing was sent this time; 2 can be retried with --only-failed',
    ...Object.values(files).map((file) => `file: ${file}`),
  ])
  expect(endReport({ progress: under, journal: 'j' }, false, false).plain).toEqual([
    'stopped: 1,600 completed, 43 unknown; 3,357 open: rerun the same command to continue',
    'file: j',
  ])
})

test('the rest of a dry run is stated, unless it is everything or nothing', () => {
  const rows = 5_000
  expect(unfinishedNotes({ rows, open: { new: 4_000, sent: 0, created: 0 } })).toEqual([
    'The previous dry run has not finished: only the 4,000 customers left are checked. Run the same command again to check all customers.',
  ])
  for (const left of [0, rows]) expect(unfinishedNotes({ rows, open: { new: left, sent: 0, created: 0 } })).toEqual([])
})

test('the consequence of a run is stated with its number of customers', () => {
  expect(consequenceOf('/lists/may.csv', 1)).toMatch(/^Up to 1 customer of may\.csv will move to an Azure plan: .*buys/)
  expect(consequenceOf('/lists/may.csv', 1_200)).toMatch(/^Up to 1,200 customers of may\.csv will move/)
})

test('an outage and its end have their own lines', () => {
  const outage = outageReport('No connection: ECONNREFUSED')
  expect(shown(outage)).toEqual([
    '✘ Outage        No connection: ECONNREFUSED',
    '                nothing gets through; retrying, one customer at a time',
  ])
  expect(outage.json).toEqual({ event: 'outage', message: 'No connection: ECONNREFUSED' })
  expect(shown(outageOverReport())).toEqual(['✔ Outage over   requests get through again'])
  expect(outageOverReport().json).toEqual({ event: 'outageOver' })
})

const between = { timeZone: 'Asia/Kolkata', from: 360, to: 1_320 }

test.for([
  [{ new: 1, sent: 0, created: 0 }, '1 customer waits', '1 customer to go'],
  [{ new: 1_200, sent: 0, created: 1_034 }, '1,200 customers wait, 1,034 running', '1,200 customers to go'],
] as const)('with %j, the reports show how many wait, until when, and that they resume', ([left, waits, goes]) => {
  const progress = runProgress({ rows: 3_000, open: left })
  const waiting = waitingReport(progress, Date.parse('2026-01-01T00:30Z'), { between })
  expect(waiting.plain).toEqual([`waiting: creates resume at 2026-01-01 06:00 Asia/Kolkata; ${waits}`])
  expect(shown(waiting)).toEqual(['● Waiting       until 2026-01-01 06:00 Asia/Kolkata', `                ${waits}`])
  const goingOn = goingOnReport(progress)
  expect(goingOn.plain).toEqual([`resuming: ${goes}`])
  expect(shown(goingOn)).toEqual([`● Resuming      ${goes}`])
})

test('a schedule is shown in its own time zone', () => {
  const startAt = Date.parse('2026-01-01T00:30Z')
  expect(scheduleNotes({ startAt, between }, '06:00-22:00 Asia/Kolkata')[0]).toBe(
    'No upgrade is created before 2026-01-01 06:00 Asia/Kolkata.',
  )
  expect(scheduleNotes({}, undefined)).toEqual([])
})

test('each problem of a list has a line, and further ones are counted', () => {
  const problems = Array.from({ length: 30 }, (_, index) => ({ line: index + 2, text: 'no GUID' }))
  const { message, advice, exitCode } = toListError(new InputError('may.csv', problems, 1_031), 2, ['more advice'])
  expect(message).toBe('may.csv has 1,031 problems. Nothing was sent.')
  expect(advice).toEqual([...problems.map(({ line }) => `line ${line}: no GUID`), 'and 1,001 more', 'more advice'])
  expect(exitCode).toBe(2)
  const few = toListError(new InputError('may.csv', problems, 30), 2)
  expect(few.advice).toHaveLength(30)
  expect(toListError(new ListError('one\n  two\n  three'), 2)).toMatchObject({
    message: 'one',
    advice: ['two', 'three'],
  })
})

test.for([
  ['done', 'done'],
  ['batchDone', 'batch done'],
  ['interrupted', 'interrupted'],
  ['outage', 'no request gets through, retrying'],
  ['failed', 'stopped by an error'],
] as const)('the notice of the event %s is one sentence', ([event, words]) => {
  const rest = { at: '2026-01-01T00:00:00Z', dryRun: false }
  expect(toNotice(event, under, rest).text).toBe(
    `partner-upgrades bulk: ${words}; 1,600 completed, 43 unknown, 3,357 open`,
  )
  expect(toNotice(event, done, rest).text).toBe(
    `partner-upgrades bulk: ${words}; 1,000 completed, 500 already upgraded`,
  )
})

test('if not even the shortest line fits, it is cut', () => {
  expect(progressLine(under, { perMinute: 1 }, 48)).toBe('1,643 of 5,000 · 2,345 running')
  expect(progressLine(under, { perMinute: 1 }, 30)).toBe('1,643 of 5,000 ·')
  expect(progressLine(under, { perMinute: 1 }, 5)).toBe('')
})
