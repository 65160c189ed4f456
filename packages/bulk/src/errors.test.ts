import { expect, test } from 'vitest'
import { BulkError, EntryError, JournalError, reasonOf, StoppedError, StoreError } from './errors.ts'

test('each error has a name, and all are errors of this package', () => {
  const errors = [BulkError, JournalError, StoreError, StoppedError].map((Each) => new Each('why'))
  const all = [...errors, new EntryError('why')]
  expect(all.map(({ name }) => name)).toEqual(['BulkError', 'JournalError', 'StoreError', 'StoppedError', 'EntryError'])
  expect(all.every((error) => error instanceof BulkError)).toBe(true)
})

const remedy = 'Nothing was written; end the row as unknown instead.'

test.for([
  [undefined, undefined, `An entry cannot be recorded: why. ${remedy}`],
  ['ended', 0, `An entry "ended" about row 0, counted from 0, cannot be recorded: why. ${remedy}`],
  ['x'.repeat(30), '1', `An entry "${'x'.repeat(20)}" cannot be recorded: why. ${remedy}`],
] as const)('the error of an entry of type %s about row %s says what to do', ([is, row, message]) => {
  const error = new EntryError('why', is, row)
  expect(error.message).toBe(message)
  expect('row' in error && error.row !== undefined).toBe(typeof row === 'number')
})

test('the reason of a failure is its message, or the thrown value', () => {
  expect([reasonOf(new Error('why')), reasonOf('text'), reasonOf(undefined)]).toEqual(['why', 'text', 'undefined'])
})
