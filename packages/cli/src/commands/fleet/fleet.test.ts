import { stripVTControlCharacters } from 'node:util'
import { expect, test } from 'vitest'
import { setStage } from '../../../test/partner-center.ts'
import { CliError } from '../../errors/cli-error.ts'
import { createPaint } from '../../terminal/paint.ts'
import { addedReport, signOfLifeReport } from './add/view.ts'
import { readDatabase, withoutPassword } from './database.ts'
import { loadFleet } from './open.ts'
import { statusReport } from './status/view.ts'

const form = /postgres:\/\/user:password@host:port\/name/

test.for<[what: string, args: string[], url: string, message: RegExp]>([
  ['no database', ['status'], '', /No database is named.*\n.*Set DATABASE_URL, or pass --database/],
  [
    'another kind of database',
    ['init'],
    'mysql://u:very-secret@h/d',
    /DATABASE_URL is not the address of a PostgreSQL/,
  ],
  ['a password that is not encoded', ['init'], 'postgres://u:very-secret%zz@h/d', /DATABASE_URL is not the address/],
  ['an invalid URL', ['init', '--database', 'very-secret'], '', /--database is not the address of a PostgreSQL/],
  [
    'a list without a partner',
    ['add', 'customers.csv'],
    'postgres://h/d',
    /equired option '--partner <name>'.*\n.*partner-upgrades fleet add --help/,
  ],
  ['no terminal', ['add', 'x.csv', '--partner', 'contoso'], 'postgres://h/d', /Nothing was created.*\n.*--yes/],
  ['an invalid address', ['work', '--observe', 'x:y:z'], 'postgres://h/d', /such as 9400 or 0\.0\.0\.0:9400/],
  ['an invalid port', ['work', '--observe', '70000'], 'postgres://h/d', /such as 9400 or 0\.0\.0\.0:9400/],
  ['no command', [], 'postgres://h/d', /A command is missing/],
  ['an unknown command', ['wrok'], 'postgres://h/d', /unknown command 'wrok'/i],
])('%s: an error with advice, and the address is not shown', async ([, args, url, message]) => {
  const { cli, mock } = await setStage()
  const { code, output, stderr } = await cli(['fleet', ...args], { env: { DATABASE_URL: url } })
  expect(stderr).toMatch(message)
  expect(output).not.toMatch(/very-secret|\n {4}at /)
  expect(code).toBe(2)
  expect(mock.requests).toEqual([])
})

test('--database takes precedence over DATABASE_URL', () => {
  expect(readDatabase({ DATABASE_URL: 'postgres://one/d' }, 'postgres://two/d')).toBe('postgres://two/d')
  expect(readDatabase({ DATABASE_URL: 'postgresql://u@one/d' })).toBe('postgresql://u@one/d')
  expect(() => readDatabase({})).toThrow(expect.objectContaining({ advice: [expect.stringMatching(form)] }))
})

test('a password is redacted in a text, encoded or not', () => {
  const address = 'postgres://u:p%40ss@h/d'
  expect(withoutPassword(`${address} and p@ss`, address)).toBe('postgres://u:[secret]@h/d and [secret]')
  expect(withoutPassword('nothing', 'postgres://h/d')).toBe('nothing')
})

test('a missing fleet package is an error that says how to install it; any other missing module is a defect', async () => {
  const missing = (what: string) => () =>
    Promise.reject(Object.assign(new Error(`Cannot find package '${what}' imported from /x`), notFound))
  const failure: unknown = await loadFleet(missing('@partner-upgrades/fleet')).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(CliError)
  expect(failure).toMatchObject({
    exitCode: 2,
    advice: ['Install it beside the command line: npm install -g @partner-upgrades/fleet'],
  })
  await expect(loadFleet(missing('pg'))).rejects.not.toBeInstanceOf(CliError)
})

const notFound = { code: 'ERR_MODULE_NOT_FOUND' }

const none = { completed: 0, partial: 0, failed: 0, ineligible: 0, rejected: 0, unknown: 0, eligible: 0, upgraded: 0 }
const status: Parameters<typeof statusReport>[0] = {
  at: '2026-01-01T12:00:00.000Z',
  version: 1,
  partners: [
    {
      name: 'contoso',
      service: 'https://api.partnercenter.microsoft.com',
      rate: 8.24,
      quietUntil: '2026-01-01T12:01:30.000Z',
      passed: 2_000,
      throttled: 9,
      deadLetters: 3,
    },
  ],
  lists: [
    {
      id: 1,
      name: 'north.csv',
      partner: 'contoso',
      dryRun: false,
      state: 'paused',
      rows: 5_000,
      open: { new: 900, sent: 2, created: 98 },
      ended: { ...none, completed: 3_990, ineligible: 10 },
      again: 10,
      addedAt: '2026-01-01T11:00:00.000Z',
    },
  ],
  workers: [
    {
      id: '4c721420-72ad-4708-a0a7-371a2f7b0969',
      host: 'pod-7',
      pid: 1,
      startedAt: '2026-01-01T11:00:00.000Z',
      seenAt: '2026-01-01T11:59:56.000Z',
      busy: 16,
    },
  ],
}

test('the status is lines in a pipe, and tables on a screen', () => {
  const { plain, screen, json } = statusReport(status)
  expect(plain).toEqual([
    'partner: contoso, 8.2/s, quiet for 1 min 30 s, 2,000 sent, 0.5 % throttled, 3 given up: fleet retry',
    'list: north.csv of contoso, paused, 4,000 of 5,000 settled, 2 unsettled, 98 running, 3,990 completed, 10 ineligible',
    'worker: pod-7:1, 16 in progress, 4 s ago',
  ])
  const shown = (screen?.(createPaint(false), 100) ?? []).map(stripVTControlCharacters)
  expect(shown[1]).toMatch(/^north\.csv +contoso +paused +4,000 of 5,000 +2 unsettled, 98 running/)
  expect(shown.join('\n')).toMatch(/pod-7:1 +16 in progress +4 s ago/)
  expect(json).toMatchObject({ event: 'fleet', version: 1 })
})

test('a list that was handed over is reported with its progress', () => {
  const open = { new: 5, sent: 1, created: 2 }
  const list = { id: 7, name: 'north.csv', rows: 11, notes: [], handedOver: { open, ended: { ...none, completed: 3 } } }
  const { plain, json, screen } = addedReport(list, 'contoso', false)
  const text = 'north.csv of contoso: 11 customers, 3 of 11 settled, 1 unsettled, 2 running, 3 completed'
  expect(plain).toEqual([`handed over: ${text}`])
  expect(json).toMatchObject({ event: 'handedOver', list: 'north.csv', open, ended: { completed: 3 } })
  expect(stripVTControlCharacters(screen?.(createPaint(false), 200).join('\n') ?? '')).toMatch(
    /^✔ Handed over +north\.csv/,
  )
})

test('waiting for a process on another machine is reported', () => {
  const { plain, json } = signOfLifeReport({ host: 'pod-7', pid: 12, startedAt: 0 }, 30_000)
  expect(plain).toEqual(['waiting: process 12 on pod-7 has the journal open: waiting 30 s for a sign of life'])
  expect(json).toEqual({ event: 'waiting', pid: 12, host: 'pod-7', ms: 30_000 })
})

test('without a worker, the status says how to start one', () => {
  const { screen } = statusReport({ ...status, workers: [] })
  expect(screen?.(createPaint(false), 80)?.join('\n')).toContain('start one: partner-upgrades fleet work')
})
