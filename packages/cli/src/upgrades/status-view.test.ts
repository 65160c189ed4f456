import { expect, test } from 'vitest'
import { shown } from '../../test/shown.ts'
import { settlingReport } from '../session/settling-view.ts'
import { statusReport } from './status-view.ts'
import { upgradeReport, waitingReport } from './upgrade-view.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const id = '42d075a4-bfe7-43e7-af6d-7c68a57edcb4'
const item = {
  sourceProduct: { id: 'a', name: 'AzureSubscription' },
  targetProduct: { id: 'b', name: 'Azure plan' },
  status: 'Completed',
  upgradedDate: '2026-01-01T00:10:30.1234567Z',
}
const errorDetails = { code: '900120', description: 'The line item could not be upgraded' }
const answer = { id, productFamily: 'Azure', status: 'Completed', lineItems: [item] }
const indent = ' '.repeat(16)

/** Reports a status with changes that may violate the contract. */
const report = (change: object) => statusReport({ ...answer, ...change }, customerId)

test('an upgrade that has ended is shown with its items, in a pipe with fractions of a second', () => {
  expect(shown(report({}))).toEqual([
    `✔ Completed     upgrade ${id}`,
    '',
    'FROM               TO          STATUS     UPGRADED',
    'AzureSubscription  Azure plan  Completed  2026-01-01T00:10:30Z',
  ])
  expect(report({}).plain).toEqual([
    'status: Completed',
    'item: AzureSubscription -> Azure plan, Completed, 2026-01-01T00:10:30.1234567Z',
  ])
  expect(report({}).json).toEqual({ ...answer, event: 'status', outcome: 'completed', customerId })
})

test('a running upgrade is one line on a screen', () => {
  for (const status of ['Pending', 'InProgress'])
    expect(shown(report({ status }))).toEqual([`● ${status.padEnd(13)} upgrade ${id}`])
})

test('a failed upgrade is shown with its own error and those of its items', () => {
  const failed = report({ status: 'Failed', errorDetails, lineItems: [{ ...item, status: 'Failed', errorDetails }] })
  expect(shown(failed, 110)).toEqual([
    `✘ Failed        upgrade ${id}`,
    `${indent}900120 The line item could not be upgraded`,
    '',
    'FROM               TO          STATUS  UPGRADED',
    'AzureSubscription  Azure plan  Failed  900120 The line item could not be upgraded',
  ])
  expect(failed.plain).toEqual([
    'status: Failed, 900120 The line item could not be upgraded',
    'item: AzureSubscription -> Azure plan, Failed, 2026-01-01T00:10:30.1234567Z, 900120 The line item could not be upgraded',
  ])
})

test.for([
  [{ message: 'only a message' }, 'only a message'],
  [{ code: '900120' }, '900120'],
  [{ description: 'described', message: 'a message' }, 'described'],
])('of the error %j, every meaningful part is shown', ([details, text]) => {
  expect(report({ status: 'Failed', errorDetails: details, lineItems: [] }).plain).toEqual([`status: Failed, ${text}`])
})

test('fields that the service leaves out are shown as unknown', () => {
  const bare = report({ status: undefined, lineItems: [{}, null, 'text'] })
  expect(shown(bare)[0]).toBe(`● unknown       upgrade ${id}`)
  expect(bare.plain[1]).toBe('item: unknown -> unknown, unknown')
  expect(bare.plain).toHaveLength(2)
  const failed = shown(report({ status: 'Failed', lineItems: [{ sourceProduct: { name: 'One' } }] }))
  expect(failed.at(-1)).toBe('One   unknown')
  expect(shown(report({ status: 'Failed', lineItems: 'none' }))).toEqual([`✘ Failed        upgrade ${id}`])
})

test.for([
  ['created', 'Created'],
  ['found', 'Found'],
  ['resumed', 'Resumed'],
] as const)('an upgrade that was %s is reported as such', ([origin, word]) => {
  const upgrade = { upgradeId: id, customerId, productFamily: 'Azure', baseUrl: 'https://localhost' }
  const told = upgradeReport(origin, upgrade)
  expect(shown(told)).toEqual([`✔ ${word.padEnd(13)} upgrade ${id}`])
  expect(told.plain).toEqual([`${origin}: upgrade ${id}`])
  expect(told.json).toEqual({ event: origin, ...upgrade })
})

test('another process that is working on the customer is named', () => {
  const holder = { id: 'a', process: { pid: 17, host: 'here' }, purpose: 'bulk', since: '2026-01-01T00:00:00Z' }
  // @ts-expect-error the other properties of a process do not matter here
  const told = waitingReport(holder)
  expect(shown(told)).toEqual(['● Waiting       process 17 (bulk) is creating an upgrade for this customer'])
  expect(told.plain).toEqual(['waiting: process 17 (bulk) is creating an upgrade for this customer'])
  expect(told.json).toEqual({ event: 'waiting', pid: 17, host: 'here', purpose: 'bulk', since: holder.since })
})

test('settling a create in doubt is reported, with its time limit', () => {
  const told = settlingReport({ requestId: 'a', customerId, waited: 0, settleFor: 120_000, delay: 1_000 })
  expect(shown(told, 120)).toEqual([
    '● Settling      outcome unclear; looking for the upgrade for up to 2 min 0 s before sending the create again',
  ])
  expect(told.json).toEqual({ event: 'settling', requestId: 'a', settleFor: 120_000 })
})
