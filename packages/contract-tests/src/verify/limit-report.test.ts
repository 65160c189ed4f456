import { expect, test } from 'vitest'
import { limitBody, limitReasons } from './limit-report.ts'

test('a report keeps a limited number of reasons, and says how many more there are', () => {
  const reasons = Array.from({ length: 1_000 }, (_, index) => `the body at /${index} is missing`)
  expect(limitReasons(reasons)).toEqual([...reasons.slice(0, 20), '… and 980 more'])
  expect(limitReasons(reasons.slice(0, 20))).toEqual(reasons.slice(0, 20))
})

test('a reason is short, and cannot send control sequences to a terminal', () => {
  expect(limitReasons([`the code ${'9'.repeat(1_000_000)}`])).toEqual([`the code ${'9'.repeat(491)}…`])
  expect(limitReasons(['the code \u001b[2J\r\n'])).toEqual(['the code \\u001b[2J\\u000d\\u000a'])
})

test('it keeps only the parts of a body that distinguish examples', () => {
  const upgrade = { status: 'Completed', code: 900106, isEligible: true, id: '1', lineItems: [{}], description: 'x' }
  expect(limitBody(upgrade)).toEqual({ status: 'Completed', code: 900106, isEligible: true })
  expect(limitBody({ code: '9'.repeat(1_000_000) })).toEqual({})
  expect(limitBody([true])).toBeUndefined()
})
