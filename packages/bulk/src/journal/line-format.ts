import { EntryError } from '../errors.ts'
import { isEvent, isLine, isTime } from '../store/entry-schema.ts'
import type { JournalEvent } from '../store/journal-entry.ts'
import type { Line, Opened } from '../store/journal-line.ts'
import { type Header, isWhole, longestLine, mark, readHeader, seal } from './checksum.ts'

const callsBytes = Buffer.from(',"calls":[')
const lineItemsBytes = Buffer.from(',"lineItems":[')

/**
 * Formats the members of an event: those that readers need first, then the long lists of line items and calls.
 *
 * @throws EntryError if it does not fit into a line.
 */
export function formatEvent(event: JournalEvent | Opened): string {
  const { is, row, lineItems, calls, ...rest } = { row: undefined, lineItems: undefined, calls: undefined, ...event }
  const members = JSON.stringify({ is, row, ...rest, lineItems, calls }).slice(1)
  if (members.includes(mark)) throw new EntryError('an object in "calls" begins with the member "c"', is, row)
  if (members.length > longestLine / 4) throw new EntryError('it is too long', is, row)
  return members
}

/** Formats a line, including its line end, with the members of an event. */
export function formatLine({ w, n, p, at, set }: Omit<Line, 'event'>, members: string): string {
  if (!isTime(at)) throw new Error('the clock does not tell the time')
  return `${seal(`${JSON.stringify({ w, n, p, at, set }).slice(1, -1)},${members}`)}\n`
}

/** Parses a complete line after its header, without line items and calls; `undefined` if it is invalid. */
export function readLine(bytes: Buffer, header: Header): Line | undefined {
  const calls = bytes.indexOf(callsBytes)
  const items = calls < 0 ? -1 : bytes.subarray(0, calls).indexOf(lineItemsBytes)
  const end = items < 0 ? calls : items
  const members = bytes.toString('utf8', header.end, end < 0 ? undefined : end)
  return parse(end < 0 ? `{${members}` : `{${members},"calls":[]}`)
}

/** Parses a complete line with its calls; the event is as it was written. Returns `undefined` if the line is invalid. */
export function readLineWithCalls(bytes: Buffer): Line | undefined {
  const header = readHeader(bytes)
  const line = header && isWhole(bytes, header) ? parse(`{${bytes.toString('utf8', header.end)}`) : undefined
  const { w, n, p, at, set, ...event }: Readonly<Record<string, unknown>> = { ...line?.event }
  return line && isEvent(event) ? { ...line, event } : undefined
}

function parse(text: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (!isLine(value)) return undefined
    const { w, n, p, at, set } = value
    return { w, n, p, at, set, event: value }
  } catch {
    return undefined
  }
}
