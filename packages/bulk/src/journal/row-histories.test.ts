import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { ended, pass, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import type { History } from '../store/store.ts'
import { seal } from './checksum.ts'
import { cannotGoOn } from './damage.ts'
import { createJournalReplay } from './journal-replay.ts'
import { readHistories } from './row-histories.ts'

/** Reads the histories from bytes that change between the first pass and the second one. */
async function historiesOf(first: Buffer, second = first, size = 2): Promise<readonly History[]> {
  let bytes = first
  const file = {
    async read(target: Uint8Array, position: number) {
      const count = bytes.copy(target, 0, position)
      if (count === 0) bytes = second
      return count
    },
  }
  const refuse = cannotGoOn.bind(undefined, path)
  const histories: History[] = []
  const begin: Parameters<typeof readHistories>[3] = (told) =>
    createJournalReplay({ path, customers: createCustomers(size), expected: {}, told, refuse })
  for await (const history of readHistories(path, file, size, begin)) histories.push(history)
  return histories
}

/** The bytes of a journal of two rows, and the position and length of the line that ended row 0. */
async function journalOfTwo() {
  const { join, machine } = setUpJournal(2)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  const position = machine.bytes(path).length
  await store.append(ended(0))
  const length = machine.bytes(path).length - position - 1
  await store.close()
  return { bytes: machine.bytes(path), position, length }
}

test('the history of a row lists its entries alone, in order, and whether each counts', async () => {
  const { join, machine, clock } = setUpJournal(2)
  const [one, other] = [await join(), await join()]
  await rowsOf(one, 2)
  await one.append(sending(0))
  await one.append(ended(1))
  await pass(clock, 60, other)
  await rowsOf(other, 1)
  await other.append(ended(0))
  await one.append({ ...ended(0), outcome: 'failed' })
  await one.append({ is: 'again', round: 1 })
  const histories = await historiesOf(machine.bytes(path))
  expect(histories.map(({ row, entries }) => [row, ...entries.map(({ is, counts }) => `${is} ${counts}`)])).toEqual([
    [0, 'sending true', 'ended true', 'ended false'],
    [1, 'ended true'],
  ])
})

test('histories are complete when there are more lines than the index holds at first', async () => {
  const { join, machine } = setUpJournal(700)
  const store = await join()
  await rowsOf(store, 700)
  for (let row = 0; row < 700; row++) await Promise.all([store.append(sending(row)), store.append(ended(row))])
  const histories = await historiesOf(machine.bytes(path), undefined, 700)
  const expected = Array.from({ length: 700 }, (_, row) => `${row} sending,ended`)
  expect(histories.map(({ row, entries }) => `${row} ${entries.map(({ is }) => is)}`)).toEqual(expected)
  expect(histories.every(({ row, entries }) => entries.every((entry) => entry.row === row))).toBe(true)
})

const another = (event: string, length: number): Buffer => {
  const members = `"w":"one","n":1,"at":0,${event}`
  const short = seal(`${members}}`)
  return Buffer.from(seal(`${members}${' '.repeat(length - short.length)}}`).slice(0, length))
}

test.for([
  ['cut', () => Buffer.alloc(0)],
  ['changed', (line: Buffer) => Buffer.from(line.toString().replace('completed', 'comPleted'))],
  ['replaced by a sign of life', ({ length }: Buffer) => another('"is":"alive"', length)],
  ['replaced by a new round', ({ length }: Buffer) => another('"is":"again","round":1', length)],
] as const)('a line that was %s after it was found stops the run', async ([, change]) => {
  const { bytes, position, length } = await journalOfTwo()
  const line = change(bytes.subarray(position, position + length))
  const changed = Buffer.concat([bytes.subarray(0, position), line, bytes.subarray(position + line.length)])
  const second = line.length === 0 ? changed.subarray(0, position) : changed
  await expect(historiesOf(bytes, second)).rejects.toThrow(
    `journal was changed at byte ${position}. This run had the journal open, so it has stopped and sends nothing more. Restore it from a copy, then run the same command again.`,
  )
})
