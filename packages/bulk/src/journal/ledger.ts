import { JournalError } from '../errors.ts'
import type { RowTable } from '../table.ts'
import { type Line, type Opened, parseLine } from './line.ts'

/** What a journal is expected to be about. */
export type Expected = Pick<Opened, 'dryRun' | 'service'> & { readonly input: Opened['input'] }

/** Reads the lines of a journal into a table, and makes sure that none is missing. */
export interface Ledger {
  /** How the journal was begun; absent as long as it is empty. */
  readonly opened: Opened | undefined
  readonly table: RowTable | undefined
  /** Takes what stands between two line ends. */
  take(bytes: Buffer): void
}

/**
 * An empty ledger.
 *
 * @param path the journal, for messages
 * @param begin makes the table when it is known how long a lease is
 * @param told is called with each line, and whether it counted
 */
export function createLedger(
  path: string,
  expected: Expected,
  begin: (opened: Opened) => RowTable,
  told: (line: Line, counts: boolean) => void,
): Ledger {
  const numbers = new Map<string, number>()
  let lines = 0
  let broken = 0
  let opened: Opened | undefined
  let table: RowTable | undefined

  function read(line: Line): void {
    const { w, n, at, event } = line
    if (n !== (numbers.get(w) ?? 0) + 1 || (n === 1) !== (event.is === 'opened')) throw damaged(path, broken || lines)
    numbers.set(w, n)
    if (event.is === 'opened') {
      checkOpened(path, expected, event)
      opened ??= event
      table ??= begin(event)
      table.apply(w, at, { is: 'alive' })
      told(line, true)
    } else if (table) {
      if ('row' in event && event.row >= expected.input.rows) throw damaged(path, lines)
      told(line, table.apply(w, at, event))
    }
  }

  return {
    get opened() {
      return opened
    },
    get table() {
      return table
    },
    take(bytes) {
      lines++
      const found = parseLine(bytes)
      if (found.foreign) throw damaged(path, lines)
      // A worker that was killed leaves half a line, its last. If there are later ones of the same worker, it was damage.
      if (found.broken) broken = lines
      for (const line of found.lines) read(line)
    },
  }
}

function damaged(path: string, line: number): JournalError {
  return new JournalError(
    `${path} is no journal, or is damaged at line ${line}. Nothing was sent. Restore it from a copy: what it does not say any more may have been sent all the same.`,
  )
}

function checkOpened(path: string, expected: Expected, opened: Opened): void {
  const { input, dryRun, service } = opened
  const differs =
    input.sha256 !== expected.input.sha256
      ? `of another list of customers: of ${input.name} with ${input.rows.toLocaleString('en')} rows as it was then (SHA-256 ${input.sha256.slice(0, 12)}…), and not of ${expected.input.name} as it is now (${expected.input.sha256.slice(0, 12)}…). Take that list again, or another journal: a list of another name, or another folder, gets one of its own`
      : service !== expected.service
        ? `of another service: ${service}, and not ${expected.service}. Take another journal`
        : dryRun !== expected.dryRun
          ? `of a ${dryRun ? 'dry' : 'real'} run, and this is a ${dryRun ? 'real' : 'dry'} one. Take another journal`
          : undefined
  if (differs) throw new JournalError(`${path} is the journal ${differs}. Nothing was sent.`)
}
