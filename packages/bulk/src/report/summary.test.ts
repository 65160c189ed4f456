import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import type { Result } from '../results/result.ts'
import { createSummary } from './summary.ts'
import { toHtml } from './to-html.ts'

const facts = {
  list: 'customers.csv',
  sha256: 'f'.repeat(64),
  customers: 3,
  service: 'https://api.partnercenter.microsoft.com',
  dryRun: false,
  writtenAt: '2026-01-01T00:00:00Z',
}

function resultOf(row: number, reason: Result['reason']): Result {
  return {
    line: row + 2,
    customerId: guidOf(row),
    productFamily: 'Azure',
    outcome: 'rejected',
    mayRunAgain: true,
    attempts: [],
    calls: [],
    ...(reason && { reason }),
  }
}

const relationship = (row: number): string =>
  `The partner id ${guidOf(90)} has no commerce relationship with the customer id ${guidOf(row)}.`

test('a reason shared by many customers contains no customer ID, whether it has a code or only a text', () => {
  const summary = createSummary(facts)
  for (const row of [0, 1]) summary.add(resultOf(row, { text: relationship(row), code: '20002' }))
  for (const row of [2, 3]) summary.add(resultOf(row, { text: `Customer ${guidOf(row).toUpperCase()} is odd` }))
  summary.add(resultOf(4, undefined))
  expect(summary.sum().reasons.map(({ text, count, code }) => [text, count, code])).toEqual([
    ['The partner id … has no commerce relationship with the customer id ….', 2, '20002'],
    ['Customer … is odd', 2, undefined],
    ['No reason is known.', 1, undefined],
  ])
})

test('the page shows a customer’s ID only next to that customer', () => {
  const summary = createSummary(facts)
  for (const row of [0, 1]) summary.add(resultOf(row, { text: relationship(row), code: '20002' }))
  const [reasons = '', table = ''] = toHtml(summary.sum()).split('<h2>Customers that need attention')
  expect(reasons).toContain('<h2>Reasons</h2>')
  expect(reasons).not.toContain(guidOf(0))
  expect(table).toContain(relationship(0))
  expect(table).toContain(relationship(1))
})
