import type { Customers } from '@partner-upgrades/customer-lists'
import { JournalError } from '../errors.ts'
import { createRowStates, type RowStates } from '../rows/row-state.ts'
import type { HandedOver } from '../store/journal-entry.ts'
import type { Line, Opened } from '../store/journal-line.ts'
import { type Header, isWhole, readHeader, toHex } from './checksum.ts'
import { type Damage, describeDamage, notUnderstood, outOfOrder } from './damage.ts'
import { createLineChain } from './line-chain.ts'
import { readLine } from './line-format.ts'
import { takeApart } from './torn-tail.ts'

/** The expected service and mode of a journal; absent members match any. */
export type Expected = Partial<Pick<Opened, 'dryRun' | 'service'>>

/** Replays the lines of a journal into a table, and verifies that none was changed, removed, repeated or moved. */
export interface JournalReplay {
  /** The first line of the journal; absent as long as it is empty. */
  readonly opened: Opened | undefined
  /** The state of all rows; absent as long as the journal is empty. */
  readonly table: RowStates | undefined
  /** The number of lines. */
  readonly lines: number
  /** Where the list was handed over to; absent if it was not. */
  readonly handedOver: HandedOver | undefined
  /** Replays the bytes between two line ends. */
  take(bytes: Buffer): void
  /** Verifies that the bytes after the last line end are no more than an incomplete write of a stopped worker. */
  checkRest(bytes: Buffer): void
  /** Returns the digest that a worker's next line refers to: of all lines up to its latest one, or of all lines if it has none. */
  digestFor(worker: string): string
}

/** The options of `createJournalReplay`. */
export interface JournalReplayOptions {
  /** Path of the journal, for messages. */
  readonly path: string
  /** The list that the journal must belong to. */
  readonly customers: Customers
  /** The service and mode that it must belong to. */
  readonly expected: Expected
  /** Called with each line, whether it counted, and its bytes. */
  told(line: Line, counts: boolean, bytes: Buffer): void
  /** Creates the error to throw for a damaged journal. */
  refuse(damage: Damage): Error
}

/** The number of a worker's latest line, and the digest of all lines up to that one. */
interface Known {
  n: number
  digest: number
}

/** Creates an empty replay. */
export function createJournalReplay({ path, customers, expected, told, refuse }: JournalReplayOptions): JournalReplay {
  const workers = new Map<string, Known>()
  const chain = createLineChain()
  let latest: Known | undefined
  let lineEnds = 0
  let opened: Opened | undefined
  let table: RowStates | undefined
  let handedOver: HandedOver | undefined

  function follows({ w, n, p, event }: Line): boolean {
    const known = workers.get(w)
    if (n !== (known?.n ?? 0) + 1) return false
    if (event.is === 'opened') return n === 1 && p !== undefined && chain.isPast(event.after, Number.parseInt(p, 16))
    // Without a digest, the line was written at once with the worker's previous line, so it must directly follow that one.
    return known !== undefined && (p === undefined ? known === latest : Number.parseInt(p, 16) === known.digest)
  }

  /** Applies a line; returns whether it counts. */
  function apply({ w, at, set, event }: Line, rows: RowStates): boolean {
    if (handedOver || event.is === 'opened') return false
    if (event.is !== 'handedOver') return rows.apply(w, at, event, set)
    // A line written in between is not part of the hand-over, which is void then.
    if (event.after !== chain.length - 1) return false
    handedOver = event
    return true
  }

  function read(bytes: Buffer, header: Header): void {
    const line = readLine(bytes, header)
    if (!line) throw refuse(notUnderstood(lineEnds))
    if (!follows(line)) throw refuse(outOfOrder(lineEnds))
    const { w, n, at, set, event } = line
    chain.add(header.checksum)
    latest = workers.get(w) ?? { n, digest: 0 }
    latest.n = n
    latest.digest = chain.digest
    workers.set(w, latest)
    if (event.is === 'opened') {
      checkOpened(path, customers, expected, event)
      opened ??= event
      table ??= createRowStates(customers, event.lease)
      table.apply(w, at, { is: 'alive' }, set)
      told(line, true, bytes)
    } else if (table) {
      if ('row' in event && event.row >= customers.size) throw refuse(outOfOrder(lineEnds))
      told(line, apply(line, table), bytes)
    }
  }

  return {
    get opened() {
      return opened
    },
    get table() {
      return table
    },
    get lines() {
      return chain.length
    },
    get handedOver() {
      return handedOver
    },
    take(bytes) {
      lineEnds++
      const header = readHeader(bytes)
      if (header && isWhole(bytes, header)) return read(bytes, header)
      const lines = takeApart(bytes, true)
      if (!lines) throw refuse(describeDamage(bytes, lineEnds))
      for (const [line, itsHeader] of lines) read(line, itsHeader)
    },
    checkRest(bytes) {
      const begins = lineEnds > 0 || bytes.length === 0 || bytes[0] !== 0
      if (!begins || !takeApart(bytes, false)) throw refuse(describeDamage(bytes, lineEnds + 1))
    },
    digestFor: (worker) => toHex((workers.get(worker) ?? chain).digest),
  }
}

function checkOpened(path: string, customers: Customers, expected: Expected, opened: Opened): void {
  const { input, dryRun, service } = opened
  const differs =
    input.sha256 !== customers.hash
      ? `of another list of customers: ${input.name} with ${input.rows.toLocaleString('en')} rows at the time (SHA-256 ${input.sha256.slice(0, 12)}…), not ${customers.name} as it is now (${customers.hash.slice(0, 12)}…). Use that list again, or another journal: a list with another name or in another folder gets its own`
      : expected.service !== undefined && service !== expected.service
        ? `of another service: ${service}, not ${expected.service}. Use another journal`
        : expected.dryRun !== undefined && dryRun !== expected.dryRun
          ? `of a ${dryRun ? 'dry' : 'real'} run, but this is a ${dryRun ? 'real' : 'dry'} one. Use another journal`
          : undefined
  if (differs) throw new JournalError(`${path} is the journal ${differs}. Nothing was sent by this command.`)
}
