import { expect, test } from 'vitest'
import { completed } from '../../test/service.ts'
import { outcomeOf } from './outcome.ts'

const id = completed.id

test('the documented sample counts as completed', () => {
  expect(outcomeOf(completed)).toBe('completed')
})

test.for([
  ['Completed', 'completed'],
  ['completed', 'completed'],
  ['COMPLETED', 'completed'],
  ['Failed', 'failed'],
  ['failed', 'failed'],
  ['Pending', 'running'],
  ['InProgress', 'running'],
  ['SomethingNew', 'running'],
  ['', 'running'],
] as const)('the status %j means %s', ([status, outcome]) => {
  expect(outcomeOf({ id, status })).toBe(outcome)
})

test.for([
  ['Completed', ['Completed', 'Failed'], 'partial'],
  ['Failed', ['completed', 'failed'], 'partial'],
  ['Failed', ['failed', 'failed'], 'failed'],
  ['Completed', ['Completed', 'Skipped'], 'completed'],
  ['InProgress', ['Completed', 'Failed'], 'running'],
] as const)('%s with the line items %j means %s', ([status, items, outcome]) => {
  expect(outcomeOf({ id, status, lineItems: items.map((each) => ({ status: each })) })).toBe(outcome)
})

test('line items may be null, and so may their status', () => {
  expect(outcomeOf({ id, status: 'Completed', lineItems: null })).toBe('completed')
  expect(outcomeOf({ id, status: 'Completed', lineItems: [{ status: null }] })).toBe('completed')
})
