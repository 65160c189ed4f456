import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { ended, sending } from '../../test/set-up-journal.ts'
import { EntryError } from '../errors.ts'
import type { RecordedCall } from '../store/journal-entry.ts'
import { readHeader, seal } from './checksum.ts'
import { formatEvent, formatLine, readLine, readLineWithCalls } from './line-format.ts'

const call: RecordedCall = {
  call: 'ensure',
  requestId: guidOf(1),
  attempts: [],
  startedAt: '',
  duration: 1,
  outcome: 'success',
}
const end = { ...ended(0), reason: { text: 'Why' }, lineItems: [{ status: 'Completed' }], calls: [call] }
const place = { w: 'one', n: 4, p: '0123abcd', at: 1_000, set: -5 }

const bytesOf = (line: string): Buffer => Buffer.from(line.replace(/\n$/, ''))
function read(line: string) {
  const bytes = bytesOf(line)
  const header = readHeader(bytes)
  return header && readLine(bytes, header)
}

test('the lists of an event come last, so that they can be skipped', () => {
  expect(formatEvent(end)).toMatch(/^"is":"ended","row":0,.*"lineItems":\[.*\],"calls":\[.*\]\}$/)
  expect(formatEvent({ is: 'alive' })).toBe('"is":"alive"}')
})

test('a line is read back with its place, and without its lists unless they are asked for', () => {
  const line = formatLine(place, formatEvent(end))
  expect(line.endsWith('}\n')).toBe(true)
  expect(read(line)).toMatchObject({ ...place, event: { is: 'ended', row: 0, reason: { text: 'Why' }, calls: [] } })
  expect(read(line)?.event).not.toHaveProperty('lineItems')
  expect(readLineWithCalls(bytesOf(line))).toEqual({ ...place, event: end })
})

test('a line without line items or calls is read back', () => {
  for (const event of [sending(3), { ...ended(0), calls: [call] }, { is: 'alive' } as const]) {
    const line = formatLine({ w: 'one', n: 1, at: 0 }, formatEvent(event))
    expect(readLineWithCalls(bytesOf(line))).toEqual({ w: 'one', n: 1, at: 0, event })
    expect(read(line)).toMatchObject({ event: { is: event.is } })
  }
})

test('line items are not taken for those in the record of a call', () => {
  const strange = { ...call, code: '","lineItems":[' }
  const event = { ...ended(0), calls: [strange] }
  const line = formatLine({ w: 'one', n: 1, at: 0 }, formatEvent(event))
  expect(read(line)?.event).toMatchObject({ is: 'ended', calls: [] })
  expect(readLineWithCalls(bytesOf(line))?.event).toEqual(event)
})

test('an event that cannot be told from the beginning of a line, or is too long, is rejected', () => {
  const marked = { ...ended(7), calls: [{ c: 'x', ...call }] }
  expect(() => formatEvent(marked)).toThrow(
    new EntryError('an object in "calls" begins with the member "c"', 'ended', 7),
  )
  const long = (length: number) => ({ is: 'gone', worker: 'x'.repeat(length) }) as const
  const most = (1 << 22) - '"is":"gone","worker":""}'.length
  expect(formatEvent(long(most))).toHaveLength(1 << 22)
  expect(() => formatEvent(long(most + 1))).toThrow(new EntryError('it is too long', 'gone'))
})

test('a clock that does not tell the time writes nothing', () => {
  expect(() => formatLine({ w: 'one', n: 1, at: Number.NaN }, '"is":"alive"}')).toThrow(
    'the clock does not tell the time',
  )
})

test.for([
  ['no JSON', '"w":"one"'],
  ['no line', '"w":"one","n":1}'],
  ['an unknown event', '"w":"one","n":1,"at":0,"is":"odd"}'],
  ['an unknown member', '"w":"one","n":1,"at":0,"is":"alive","odd":1}'],
] as const)('members that are %s are not a line', ([, members]) => {
  expect(read(seal(members))).toBeUndefined()
  expect(readLineWithCalls(Buffer.from(seal(members)))).toBeUndefined()
})

test('a line whose checksum does not match is not read', () => {
  const line = formatLine(place, formatEvent(end))
  expect(readLineWithCalls(bytesOf(line.replace('Why', 'Wha')))).toBeUndefined()
  expect(readLineWithCalls(Buffer.from('odd'))).toBeUndefined()
})
