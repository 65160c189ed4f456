import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { attemptOf, facts, resultOf } from '../../test/results.ts'
import type { Result } from '../results/result.ts'
import { createSummary } from './summary.ts'
import { toHtml } from './to-html.ts'

const rejected = (row: number, reason: Result['reason']): Result =>
  resultOf(row, { outcome: 'rejected', mayRunAgain: true, ...(reason && { reason }) })

const relationship = (row: number): string =>
  `The partner id ${guidOf(90)} has no commerce relationship with the customer id ${guidOf(row)}.`

test('a reason shared by many customers contains no customer ID, whether it has a code or only a text', () => {
  const summary = createSummary(facts)
  for (const row of [0, 1]) summary.add(rejected(row, { text: relationship(row), code: '20002' }))
  for (const row of [2, 3]) summary.add(rejected(row, { text: `Customer ${guidOf(row).toUpperCase()} is odd` }))
  summary.add(rejected(4, undefined))
  expect(summary.sum().reasons.map(({ text, count, code }) => [text, count, code])).toEqual([
    ['The partner id … has no commerce relationship with the customer id ….', 2, '20002'],
    ['Customer … is odd', 2, undefined],
    ['No reason is known.', 1, undefined],
  ])
})

test('the page shows a customer’s ID only next to that customer', () => {
  const summary = createSummary(facts)
  for (const row of [0, 1]) summary.add(rejected(row, { text: relationship(row), code: '20002' }))
  const [reasons = '', table = ''] = toHtml(summary.sum()).split('<h2>Customers that need attention')
  expect(reasons).toContain('<h2>Reasons</h2>')
  expect(reasons).not.toContain(guidOf(0))
  expect(table).toContain(relationship(0))
  expect(table).toContain(relationship(1))
})

/** The totals of some results. */
function sumOf(...results: readonly Result[]) {
  const summary = createSummary(facts)
  for (const result of results) summary.add(result)
  return summary.sum()
}

const at = (minute: number): string => new Date(60_000 * minute).toISOString()

test('customers are counted by outcome; outcomes without customers are left out', () => {
  const sum = sumOf(resultOf(0), resultOf(1), resultOf(2, { outcome: 'open' }), rejected(3, undefined))
  expect([...sum.counts]).toEqual([
    ['completed', 2],
    ['rejected', 1],
    ['open', 1],
  ])
  expect(sum).toMatchObject({ facts, again: 1, attention: 1 })
})

test('those that ended without success need attention, and at most 500 of them are shown', () => {
  const outcomes = [
    'completed',
    'eligible',
    'upgraded',
    'open',
    'partial',
    'failed',
    'ineligible',
    'rejected',
    'unknown',
  ] as const
  const { rows } = sumOf(...outcomes.map((outcome, row) => resultOf(row, { outcome })))
  expect(rows.map(({ outcome }) => outcome)).toEqual(outcomes.slice(4))
  const many = sumOf(...Array.from({ length: 501 }, (_, row) => rejected(row, undefined)))
  expect([many.rows.length, many.rows.at(-1)?.line, many.attention]).toEqual([500, 501, 501])
})

test('a customer that is shown keeps no requests and calls, and five failed line items', () => {
  const lineItems = [
    { status: 'Completed' },
    { status: 'Pending' },
    ...Array.from({ length: 7 }, (_, index) => ({ status: 'Failed', upgradedDate: `${index}` })),
  ]
  const full = { attempts: [attemptOf(1)], lineItems, lineItemsLeftOut: 9 }
  const { rows, items } = sumOf(resultOf(0, { outcome: 'partial', ...full }), rejected(1, undefined))
  expect(rows[0]).toMatchObject({ attempts: [], calls: [], lineItemsLeftOut: 2 })
  expect(rows[0]?.lineItems?.map(({ upgradedDate }) => upgradedDate)).toEqual(['0', '1', '2', '3', '4'])
  expect(rows[1]).not.toHaveProperty('lineItems')
  expect(items).toEqual({ moved: 1, failed: 7 })
  const few = sumOf(resultOf(0, { outcome: 'partial', lineItems: lineItems.slice(0, 4) }))
  expect(few.rows[0]).toMatchObject({ lineItemsLeftOut: 0 })
  expect(few.rows[0]?.lineItems).toHaveLength(2)
})

test('reasons are grouped by outcome and code, the most frequent first, and no more than 200 are kept', () => {
  const sum = sumOf(
    rejected(0, { text: 'One', code: '1' }),
    ...[1, 2].map((row) => rejected(row, { text: `Text ${row}`, code: '2' })),
    resultOf(3, { outcome: 'failed', reason: { text: 'One', code: '1' } }),
  )
  expect(sum.reasons.map(({ outcome, code, count, text }) => [outcome, code, count, text])).toEqual([
    ['rejected', '2', 2, 'Text 1'],
    ['rejected', '1', 1, 'One'],
    ['failed', '1', 1, 'One'],
  ])
  const many = Array.from({ length: 201 }, (_, row) => rejected(row, { text: `Text ${row}` }))
  const { reasons } = sumOf(...many, ...many)
  expect([reasons.length, reasons.every(({ count }) => count === 2)]).toEqual([200, true])
})

test('the run lasts from the first request to the last end', () => {
  const times = (startedAt: string, endedAt: string) => ({ startedAt, endedAt })
  const sum = sumOf(
    resultOf(0, times(at(3), at(5))),
    resultOf(1, times(at(1), at(9))),
    resultOf(2, times(at(2), at(7))),
    resultOf(3),
  )
  expect(sum).toMatchObject({ startedAt: at(1), endedAt: at(9) })
  expect(sumOf(resultOf(0))).toMatchObject({
    startedAt: undefined,
    endedAt: undefined,
    ends: undefined,
    took: undefined,
  })
})

test('ends and creates are counted over time; an upgrade that existed already was not created', () => {
  const sum = sumOf(
    resultOf(0, { createdAt: at(0), endedAt: at(1) }),
    resultOf(1, { createdAt: at(0), endedAt: at(1), adopted: true }),
    resultOf(2, { createdAt: at(0), adopted: false }),
  )
  const total = (counts: readonly number[] = []): number => counts.reduce((one, other) => one + other, 0)
  expect([total(sum.ends?.counts), total(sum.creates?.counts), sum.creates?.start]).toEqual([2, 2, 0])
})

test('requests are counted, and those that were throttled', () => {
  const attempts = [attemptOf(1, { status: 429 }), attemptOf(2, { status: 200 }), attemptOf(3)]
  expect(sumOf(resultOf(0, { attempts }), resultOf(1, { attempts }))).toMatchObject({ requests: 6, throttled: 2 })
})

test('how long completed upgrades took is given to within four per cent', () => {
  const took = (minutes: number, more: Partial<Result> = {}): Result =>
    resultOf(0, { createdAt: at(500), endedAt: at(500 + minutes), ...more })
  const upgrades = Array.from({ length: 100 }, (_, index) => took(100 - index))
  const others = [
    took(10_000, { outcome: 'failed' }),
    took(10_000, { adopted: true }),
    resultOf(0, { createdAt: at(0) }),
  ]
  const { tenth = 0, half = 0, most = 0 } = sumOf(...upgrades, ...others).took ?? {}
  for (const [given, minutes] of [
    [tenth, 10],
    [half, 50],
    [most, 90],
  ] as const) {
    expect(given / 60_000 / minutes).toBeGreaterThan(0.96)
    expect(given / 60_000 / minutes).toBeLessThan(1.04)
  }
  expect(sumOf(took(0)).took).toEqual({ tenth: 1, half: 1, most: 1 })
})
