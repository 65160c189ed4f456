import type { ProductUpgradesStatus } from '@partner-upgrades/client'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { failureReason } from './failure-reason.ts'
import { recordLineItems } from './record-line-items.ts'

/** A status as the service might send it, whatever the contract says. */
function statusOf(more: object): ProductUpgradesStatus {
  return Object.assign({ id: guidOf(5), status: 'Failed' }, more)
}
const recorded = (...lineItems: readonly unknown[]) => recordLineItems(statusOf({ lineItems }))

test.for([
  ['nothing', {}, {}],
  [
    'a product',
    { sourceProduct: { id: 'a', name: 'A' }, targetProduct: { id: 'b', name: 'B' } },
    { sourceProduct: { id: 'a', name: 'A' }, targetProduct: { id: 'b', name: 'B' } },
  ],
  ['a product’s ID alone', { sourceProduct: { id: 'a' }, targetProduct: {} }, { sourceProduct: { id: 'a' } }],
  ['a product’s name alone', { targetProduct: { name: 'B', id: '' } }, { targetProduct: { name: 'B' } }],
  [
    'a number where a text should be',
    { sourceProduct: { id: 7 }, status: 0 },
    { sourceProduct: { id: '7' }, status: '0' },
  ],
  [
    'a status and a date',
    { status: 'Completed', upgradedDate: '2019-08-29Z' },
    { status: 'Completed', upgradedDate: '2019-08-29Z' },
  ],
  ['empty texts', { status: '', upgradedDate: '', sourceProduct: { id: '', name: '' } }, {}],
  ['values of the wrong type', { status: {}, upgradedDate: [], sourceProduct: 'x', targetProduct: null }, {}],
  ['a description', { errorDetails: { code: '1', description: 'd' } }, { reason: { code: '1', text: 'd' } }],
  [
    'a message, which precedes a description',
    { errorDetails: { message: 'm', description: 'd' } },
    { reason: { text: 'm' } },
  ],
  [
    'a code alone',
    { errorDetails: { code: 900113 } },
    { reason: { code: '900113', text: 'The service gives no reason.' } },
  ],
  ['error details that are a text', { errorDetails: 'broken' }, { reason: { text: 'broken' } }],
  ['error details that say nothing', { errorDetails: { code: '', message: '' } }, {}],
] as const)('of a line item with %s, this is recorded', ([, item, expected]) => {
  expect(recorded(item)).toStrictEqual({ lineItems: [expected] })
})

test('texts are cut: of products to 200 characters, of reasons to 1,024', () => {
  const long = 'x'.repeat(2_000)
  const { lineItems } = recorded({
    sourceProduct: { id: long },
    status: long,
    errorDetails: { code: long, message: long },
  })
  const { sourceProduct, status, reason } = lineItems?.[0] ?? {}
  expect([sourceProduct?.id, status, reason?.code, reason?.text].map((text) => text?.length)).toEqual([
    200, 200, 200, 1_024,
  ])
})

test.for([
  ['no line items', {}],
  ['an empty list', { lineItems: [] }],
  ['something else', { lineItems: 'none' }],
  ['nothing that is an object', { lineItems: [null, 'x', 7] }],
] as const)('with %s, nothing is recorded', ([, more]) => {
  expect(recordLineItems(statusOf(more))).toStrictEqual({})
})

test('if there are too many, those that failed are kept, in their order, and the rest is counted', () => {
  const item = (index: number, status: string) => ({
    sourceProduct: { id: String(index), name: 'x'.repeat(200) },
    status,
  })
  const items = Array.from({ length: 2_000 }, (_, index) => item(index, index % 100 === 99 ? 'FAILED' : 'Completed'))
  const { lineItems = [], lineItemsLeftOut = 0 } = recorded(...items)
  const ids = lineItems.map(({ sourceProduct }) => Number(sourceProduct?.id))
  expect(lineItems.length + lineItemsLeftOut).toBe(2_000)
  expect(lineItems.filter(({ status }) => status === 'FAILED')).toHaveLength(20)
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  const size = lineItems.reduce((sum, each) => sum + JSON.stringify(each).length, 0)
  expect(size).toBeLessThanOrEqual(250_000)
  expect(size).toBeGreaterThan(249_000)
})

test.for([
  [{}, { text: 'The upgrade is Failed; the service gives no reason.' }],
  [{ status: undefined }, { text: 'The upgrade is undefined; the service gives no reason.' }],
  [{ errorDetails: { code: '900120', description: 'd' } }, { code: '900120', text: 'd' }],
  [{ errorDetails: { code: '1', message: 'm', description: 'd' } }, { code: '1', text: 'm' }],
  [{ errorDetails: { code: '1' } }, { code: '1', text: 'The upgrade is Failed; the service gives no reason.' }],
  [{ errorDetails: 'broken' }, { text: 'broken' }],
  [{ errorDetails: {}, lineItems: [{}, { errorDetails: { description: 'of an item' } }] }, { text: 'of an item' }],
  [
    { errorDetails: { code: '1', description: 'own' }, lineItems: [{ errorDetails: { description: 'of an item' } }] },
    { code: '1', text: 'own' },
  ],
  [{ lineItems: 'none' }, { text: 'The upgrade is Failed; the service gives no reason.' }],
] as const)('an upgrade with %j failed because of %j', ([more, reason]) => {
  expect(failureReason(statusOf(more))).toStrictEqual(reason)
})
