import { expect, test } from 'vitest'
import { call, events } from '../../test/entries.ts'
import { ended } from '../../test/set-up-journal.ts'
import { checkEntry } from './check-entry.ts'

const long = 'x'.repeat(1_025)
const nested = (depth: number): unknown => (depth === 0 ? 1 : { deeper: nested(depth - 1) })
const inCalls = (more: unknown) => ({ ...ended(1), calls: [{ ...call, more }] })

test.for([
  ['a prototype', Object.create({ is: 'alive' }), 'it is not a plain object'],
  ['an array', [], 'it is not a plain object'],
  ['its own JSON', { ...ended(1), toJSON: () => ({}) }, 'it is not a plain object'],
  ['a member with its own JSON', inCalls({ toJSON: () => 1 }), '"calls" holds what JSON cannot express'],
  ['a date', inCalls(new Date(0)), '"calls" holds what JSON cannot express'],
  ['an infinite number', inCalls(Number.POSITIVE_INFINITY), '"calls" holds what JSON cannot express'],
  ['too many levels', inCalls(nested(40)), '"calls" holds what JSON cannot express'],
  ['a row beyond the list', ended(5), '"row" is not one of the 5 of the list'],
  ['an event of the store', events.alive, 'only stores write it'],
] as const)('an entry with %s is rejected', ([, entry, message]) => {
  expect(() => checkEntry(Object(entry), 5)).toThrow(`cannot be recorded: ${message}. Nothing was written`)
})

test('an entry is copied as plain JSON', () => {
  const given = {
    ...inCalls({ zero: -0, none: undefined, list: [1, 'a\ud800', null, true], deep: nested(20) }),
    reason: undefined,
  }
  const copy = checkEntry(Object(given), 5)
  expect(copy).not.toBe(given)
  expect(copy).toStrictEqual({
    ...ended(1),
    calls: [{ ...call, more: { zero: 0, list: [1, 'a\ufffd', null, true], deep: nested(20) } }],
  })
  expect(checkEntry(ended(4), 5)).toEqual(ended(4))
  const bare = Object.assign(Object.create(null), ended(1))
  expect(checkEntry(bare, 5)).toEqual(ended(1))
})

test('only the texts of a reason are cut', () => {
  const entry = { ...ended(1), reason: { text: long }, calls: [{ ...call, code: long }] }
  expect(checkEntry(Object(entry), 5)).toMatchObject({
    reason: { text: `${'x'.repeat(1_023)}…` },
    calls: [{ code: long }],
  })
})
