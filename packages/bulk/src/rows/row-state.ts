import type { Customers } from '@partner-upgrades/customer-lists'
import { createGuidList } from '@partner-upgrades/customer-lists'
import {
  type Accepted,
  isRowEntry,
  type JournalEvent,
  type Outcome,
  outcomes,
  type RowEntry,
} from '../store/journal-entry.ts'
import { type ClaimKind, type Progress, type Stage, tallyRows, type Work } from '../store/store.ts'
import { createEarliestRows } from './earliest-rows.ts'
import { createJournalTime } from './journal-time.ts'
import { createUnfinishedClaims } from './unfinished-claims.ts'
import { createWorkers } from './workers.ts'

/**
 * The state of all rows, derived from the events. It takes about 70 bytes per row, however long the history: 7 MB for 100,000 rows, where
 * objects would take 27 MB.
 */
export interface RowStates {
  /**
   * Applies an event of a worker at a clock time; returns whether it counts.
   *
   * @param set how far the clock was set since the worker's previous event, in milliseconds, if the worker can tell
   */
  apply(worker: string, at: number, event: JournalEvent, set?: number): boolean
  /**
   * Returns the rows that a worker could claim now, the earliest due first, and when more may be due. Leaves out rows that the worker
   * holds, and its `UnfinishedClaims`.
   */
  pick(worker: string, kind: ClaimKind, count: number, now: number): Pickable
  /** Whether a worker holds the claim of a row. */
  isHeldBy(row: number, worker: string): boolean
  /** Returns everything needed to continue a row at a clock time. */
  work(row: number, now: number): Work
  /** Returns the full state of a row, open or ended, at a clock time. */
  known(row: number, now: number): KnownRow
  /** Returns the progress of the list at a clock time. */
  progress(now: number): Progress
}

/** The full state of a row, open or ended. */
export interface KnownRow extends Pick<Work, 'row' | 'requestId' | 'accepted' | 'upgradeId' | 'tries' | 'delay'> {
  /** The stage of an open row, or the outcome of one that has ended. */
  readonly state: Stage | Outcome
  /** Whether the row has ended and may be retried. */
  readonly again: boolean
  /** Milliseconds until the row is due; 0 if it has ended. */
  readonly wait: number
}

/** Rows that can be claimed. */
export interface Pickable {
  /** The rows that are due, the earliest first. */
  readonly rows: readonly number[]
  /** Milliseconds until more rows may be due; `Infinity` for never. */
  readonly wait: number
}

const stages = ['new', 'sent', 'created'] as const satisfies readonly Stage[]
const names = [...stages, ...outcomes]
const codes = new Map<string, number>(names.map((name, code) => [name, code]))
const code = (name: Stage | Outcome): number => codes.get(name) ?? 0
const nameOf = (code: number): Stage | Outcome => names[code] ?? 'new'
const created = code('created')
const nobody = 0
/** The outcomes of rows for which nothing was created. */
const createless: ReadonlySet<number> = new Set((['eligible', 'upgraded', 'ineligible', 'rejected'] as const).map(code))
/** The first and last stage of each kind of claim. */
const claimable: Readonly<Record<ClaimKind, readonly [least: number, most: number]>> = {
  start: [code('new'), code('sent')],
  settle: [code('sent'), code('sent')],
  follow: [created, created],
}

/** Creates the state of a list in which every row is new. */
export function createRowStates(customers: Customers, lease: number): RowStates {
  const { size } = customers
  const workers = createWorkers(lease)
  const time = createJournalTime()
  const states = new Uint8Array(size)
  const again = new Uint8Array(size)
  const accepted = new Uint8Array(size)
  const tries = new Uint8ClampedArray(size)
  const owners = new Uint32Array(size)
  const unfinished = createUnfinishedClaims()
  // All times below are the journal's.
  const due = new Float64Array(size)
  const since = new Float64Array(size)
  const delays = new Float64Array(size)
  const requestIds = createGuidList(size)
  const upgradeIds = createGuidList(size)
  const tally = new Float64Array(stages.length + outcomes.length)
  tally[code('new')] = size
  let round = 0
  let repeatable = 0
  let quietUntil = Number.NEGATIVE_INFINITY

  function move(row: number, state: number): void {
    tally[states[row] ?? 0] = (tally[states[row] ?? 0] ?? 0) - 1
    tally[state] = (tally[state] ?? 0) + 1
    states[row] = state
  }

  const isOpen = (row: number): boolean => (states[row] ?? created + 1) <= created

  function claim(owner: number, at: number, rows: readonly number[]): void {
    for (const row of rows) {
      if (!isOpen(row) || (due[row] ?? 0) > at || workers.isAlive(owners[row] ?? nobody, at)) continue
      owners[row] = owner
      unfinished.begin(owner, row)
    }
  }

  function leave(worker: number): void {
    workers.leave(worker)
    unfinished.forget(worker)
  }

  function write(row: number, entry: Exclude<RowEntry, Accepted>, at: number): void {
    if (entry.is === 'sending') {
      send(row, entry.requestId, at)
      return
    }
    owners[row] = nobody
    if (entry.is === 'created') {
      move(row, created)
      upgradeIds.set(row, entry.upgradeId)
      accepted[row] = 0
      since[row] = at
      due[row] = at + entry.dueIn
      tries[row] = 0
      delays[row] = 0
    } else if (entry.is === 'postponed') {
      if (entry.anew) restart(row)
      due[row] = at + entry.dueIn
      tries[row] = entry.tries
      delays[row] = entry.delay ?? 0
    } else {
      move(row, code(entry.outcome))
      again[row] = Number(entry.again)
      repeatable += Number(entry.again)
    }
  }

  function send(row: number, requestId: string, at: number): void {
    move(row, code('sent'))
    since[row] = at
    if (requestIds.get(row) !== requestId.toLowerCase()) accepted[row] = 0
    requestIds.set(row, requestId)
  }

  /** Notes that the service accepted a create: a fact, whichever worker holds the row. Once an upgrade is known, nothing is in doubt. */
  function accept(row: number, requestId: string): void {
    if (!isOpen(row) || states[row] === created) return
    if (states[row] === code('sent') && requestIds.get(row) !== requestId.toLowerCase()) return
    send(row, requestId, since[row] ?? 0)
    accepted[row] = 1
  }

  function restart(row: number): void {
    move(row, code('new'))
    requestIds.clear(row)
    upgradeIds.clear(row)
    accepted[row] = 0
  }

  function beginRound(at: number, all: boolean): void {
    for (let row = 0; row < size; row++) {
      if (!again[row] && !(all && createless.has(states[row] ?? 0))) continue
      const unknown = states[row] === code('unknown')
      if (unknown && upgradeIds.get(row)) move(row, created)
      else if (unknown && requestIds.get(row)) move(row, code('sent'))
      else restart(row)
      again[row] = tries[row] = due[row] = delays[row] = 0
      since[row] = at
    }
    repeatable = 0
    round++
  }

  function recordOf(row: number): Pick<Work, 'row' | 'tries' | 'requestId' | 'accepted' | 'upgradeId' | 'delay'> {
    const requestId = requestIds.get(row)
    const upgradeId = upgradeIds.get(row)
    return {
      row,
      tries: tries[row] ?? 0,
      ...(requestId && { requestId }),
      ...(accepted[row] && { accepted: true as const }),
      ...(upgradeId && { upgradeId }),
      ...(delays[row] && { delay: delays[row] }),
    }
  }

  return {
    apply(worker, clockTime, event, set = 0) {
      const at = time.hear(worker, clockTime, set)
      const owner = workers.hear(worker, at)
      if (isRowEntry(event)) {
        const counts = owners[event.row] === owner && isOpen(event.row)
        if (event.is === 'accepted') accept(event.row, event.requestId)
        else if (counts) write(event.row, event, at)
        if (event.is !== 'accepted' && event.is !== 'sending') unfinished.end(owner, event.row)
        return counts
      }
      if (event.is === 'claimed') claim(owner, at, event.rows)
      if (event.is === 'left') leave(owner)
      if (event.is === 'gone') leave(workers.find(event.worker))
      if (event.is === 'throttled') quietUntil = Math.max(quietUntil, at + event.quietFor)
      if (event.is !== 'again') return true
      const counts = event.round === round + 1
      if (counts) beginRound(at, event.all === true)
      return counts
    },
    pick(worker, kind, count, clockTime) {
      const now = time.of(clockTime)
      const own = workers.find(worker)
      const earliest = createEarliestRows(count)
      let next = Number.POSITIVE_INFINITY
      const [least, most] = claimable[kind]
      for (let row = 0; row < size; row++) {
        const state = states[row] ?? 0
        const owner = owners[row] ?? nobody
        if (state < least || state > most || owner === own || unfinished.has(own, row)) continue
        const free = Math.max(due[row] ?? 0, workers.freeAt(owner, now))
        if (free > now) next = Math.min(next, free)
        else earliest.add(row, free)
      }
      return { rows: earliest.rows, wait: next - now }
    },
    isHeldBy: (row, worker) => owners[row] === workers.find(worker),
    work(row, clockTime) {
      return {
        ...recordOf(row),
        customerId: customers.customerId(row),
        productFamily: customers.productFamily(row),
        stage: stages[states[row] ?? 0] ?? 'new',
        ...(requestIds.get(row) && { attempt: String(since[row]) }),
        ...(since[row] && { age: time.of(clockTime) - since[row] }),
      }
    },
    known: (row, clockTime) => ({
      ...recordOf(row),
      state: nameOf(states[row] ?? 0),
      again: again[row] === 1,
      wait: isOpen(row) ? Math.max(0, (due[row] ?? 0) - time.of(clockTime)) : 0,
    }),
    progress(clockTime) {
      const now = time.of(clockTime)
      return {
        rows: size,
        ...tallyRows((name) => tally[code(name)] ?? 0),
        again: repeatable,
        round,
        workers: workers.alive(now),
        quietFor: Math.max(0, quietUntil - now),
      }
    },
  }
}
