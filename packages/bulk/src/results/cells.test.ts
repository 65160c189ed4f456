import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { attemptOf, resultOf } from '../../test/results.ts'
import { resultColumns, toCells } from './cells.ts'
import { csvHeader, toCsv } from './to-csv.ts'
import { jsonLine, toJsonLine } from './to-json.ts'

const full = resultOf(3, {
  name: 'Contoso',
  outcome: 'partial',
  reason: { text: 'It failed.', code: '900120', name: 'x', actor: 'partner', remedy: 'Repair it.' },
  mayRunAgain: true,
  requestId: guidOf(4),
  upgradeId: guidOf(5),
  adopted: true,
  startedAt: '2026-01-01T00:00:00.000Z',
  createdAt: '2026-01-01T00:01:00.000Z',
  endedAt: '2026-01-01T00:02:00.000Z',
  lineItems: [{ sourceProduct: { id: 'old', name: 'Old' }, targetProduct: { id: 'new' }, status: 'Completed' }],
  attempts: [attemptOf(1), attemptOf(2)],
})

test('each column has its text', () => {
  expect(toCells(full)).toEqual({
    line: '5',
    customerId: guidOf(3),
    name: 'Contoso',
    productFamily: 'Azure',
    outcome: 'partial',
    reasonCode: '900120',
    reason: 'It failed.',
    whoMustAct: 'partner',
    whatToDo: 'Repair it.',
    mayRunAgain: 'yes',
    requestId: guidOf(4),
    upgradeId: guidOf(5),
    adopted: 'yes',
    startedAt: '2026-01-01T00:00:00.000Z',
    createdAt: '2026-01-01T00:01:00.000Z',
    endedAt: '2026-01-01T00:02:00.000Z',
    lineItems: 'Old (old) -> new: Completed',
    correlationIds: 'c1 c2',
    requests: '2',
  })
})

test('what is not known is empty', () => {
  const empty = Object.entries(toCells(resultOf(0))).filter(([, text]) => text === '')
  expect(empty.map(([name]) => name)).toEqual([
    ...['name', 'reasonCode', 'reason', 'whoMustAct', 'whatToDo', 'requestId', 'upgradeId', 'adopted'],
    ...['startedAt', 'createdAt', 'endedAt', 'lineItems', 'correlationIds'],
  ])
  expect(toCells(resultOf(0))).toMatchObject({ mayRunAgain: 'no', requests: '0' })
  expect(toCells(resultOf(0, { adopted: false })).adopted).toBe('no')
  expect(toCells(resultOf(0, { reason: { text: 'Why' } }))).toMatchObject({ reason: 'Why', reasonCode: '' })
})

test.for([
  [800, 800],
  [801, 801],
  [1_500, 801],
] as const)(
  'of %i correlation IDs, %i words are shown: the first and the last 400, and a mark between them',
  ([count, words]) => {
    const attempts = Array.from({ length: count }, (_, number) => attemptOf(number))
    const shown = toCells(resultOf(0, { attempts })).correlationIds.split(' ')
    expect(shown).toHaveLength(words)
    expect([shown[0], shown[399], shown.at(-400), shown.at(-1)]).toEqual([
      'c0',
      'c399',
      `c${count - 400}`,
      `c${count - 1}`,
    ])
    expect(shown[400]).toBe(count === 800 ? 'c400' : '…')
  },
)

test('the CSV starts with the names of the columns, in their order', async () => {
  const names = resultColumns.map((name) => `"${name}"`)
  expect(csvHeader(';')).toBe(`\ufeff${names.join(';')}\r\n`)
  const [line = ''] = toCsv(full, ';').split('\r\n')
  expect(line.split(';').slice(0, 5)).toEqual(['"5"', `"${guidOf(3)}"`, '"Contoso"', '"Azure"', '"partial"'])
  expect(line.split(';').at(-1)).toBe('"2"')
})

test('a line of JSON has the IDs of the requests instead of the requests and calls', () => {
  const { attempts, calls, ...rest } = full
  expect(JSON.parse(toJsonLine(full))).toEqual({ ...rest, requests: 2, correlationIds: ['c1', 'c2'] })
})

test('a line of JSON escapes what breaks lines or controls a terminal', () => {
  expect(jsonLine({ text: '\u0007\u0085\u2028\u2029\u007f\n' })).toBe(
    '{"text":"\\u0007\\u0085\\u2028\\u2029\\u007f\\n"}\n',
  )
})
