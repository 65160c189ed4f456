import { expect, test } from 'vitest'
import { resultOf } from '../../test/results.ts'
import { lineItemsText, lineItemText, outcomeOfItem } from './line-items.ts'

test.for([
  [{}, 'unknown -> unknown: without a status'],
  [{ sourceProduct: { id: 'a' }, targetProduct: { name: 'B' }, status: 'Pending' }, 'a -> B: Pending'],
  [
    { sourceProduct: { id: 'a', name: 'A' }, targetProduct: {}, status: 'Completed', upgradedDate: '2019-08-29Z' },
    'A (a) -> unknown: Completed 2019-08-29Z',
  ],
  [{ status: 'Failed', reason: { text: 'Locked', code: '900113' } }, 'unknown -> unknown: Failed (900113 Locked)'],
  [{ status: 'Failed', reason: { text: 'Locked' } }, 'unknown -> unknown: Failed (Locked)'],
] as const)('%j is shown as %s', ([item, text]) => {
  expect(lineItemText(item)).toBe(text)
})

test.for([
  ['Completed', 'completed'],
  ['FAILED', 'failed'],
  ['Pending', 'running'],
  [undefined, 'running'],
] as const)('a line item with the status %s is %s', ([status, outcome]) => {
  expect(outcomeOfItem(status === undefined ? {} : { status })).toBe(outcome)
})

const item = (length: number) => ({
  sourceProduct: { id: 'x'.repeat(length - ' -> unknown: Done'.length) },
  status: 'Done',
})

test('line items are separated by semicolons, and those left out are counted', () => {
  expect(lineItemsText(resultOf(0))).toBe('')
  const lineItems = [item(20), item(20)]
  const text = 'xxx -> unknown: Done; xxx -> unknown: Done'
  expect(lineItemsText(resultOf(0, { lineItems }))).toBe(text)
  expect(lineItemsText(resultOf(0, { lineItems, lineItemsLeftOut: 1_234 }))).toBe(`${text}; and 1,234 more`)
})

test('a text of up to 15,000 characters is shown; of a longer one, the last line items are counted', () => {
  const fits = [item(7_499), item(7_499)]
  expect(lineItemsText(resultOf(0, { lineItems: fits }))).toHaveLength(15_000)
  const more = lineItemsText(resultOf(0, { lineItems: [item(7_500), item(7_499), item(20)], lineItemsLeftOut: 3 }))
  expect([more.length, more.slice(7_500)]).toEqual([7_500 + '; and 5 more'.length, '; and 5 more'])
})
