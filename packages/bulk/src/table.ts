import { createEarliest } from './earliest.ts'
import { type Event, isRowEntry, type Outcome, outcomes, type RowEntry } from './entry.ts'
import { createGuidList } from './guid-bytes.ts'
import type { Customers } from './input/customers.ts'
import type { Progress, Stage, Work } from './store.ts'
import { createWorkers } from './workers.ts'

/** The state of all rows, as it follows from the events: some 70 bytes a row, however long its history. */
export interface RowTable {
  /** Applies what a worker said at a time; returns whether it counts. */
  apply(worker: string, at: number, event: Event): boolean
  /** The rows a worker could claim now, the earliest due first; and when there may be others. What it holds already is neither. */
  pick(worker: string, kind: 'start' | 'follow', count: number, now: number): Pick
  /** Whether a row is claimed by a worker. */
  isHeldBy(row: number, worker: string): boolean
  work(row: number): Work
  progress(now: number): Progress
}

/** Rows to claim. */
export interface Pick {
  readonly rows: readonly number[]
  /** In milliseconds since 1970; `Infinity` for never. */
  readonly next: number
}

const stages = ['new', 'sent', 'created'] as const satisfies readonly Stage[]
const codes = new Map<string, number>([...stages, ...outcomes].map((name, code) => [name, code]))
const code = (name: Stage | Outcome): number => codes.get(name) ?? 0
const created = code('created')
const nobody = 0

/** A table in which every row is new. */
export function createRowTable(customers: Customers, lease: number): RowTable {
  const { size } = customers
  const workers = createWorkers(lease)
  const states = new Uint8Array(size)
  const again = new Uint8Array(size)
  const tries = new Uint8Array(size)
  const owners = new Uint32Array(size)
  const due = new Float64Array(size)
  const since = new Float64Array(size)
  const delays = new Float64Array(size)
  const requestIds = createGuidList(size)
  const upgradeIds = createGuidList(size)
  const tally = new Float64Array(stages.length + outcomes.length)
  tally[code('new')] = size
  let round = 0
  let repeatable = 0
  let quietUntil = 0

  function move(row: number, state: number): void {
    tally[states[row] ?? 0] = (tally[states[row] ?? 0] ?? 0) - 1
    tally[state] = (tally[state] ?? 0) + 1
    states[row] = state
  }

  const isOpen = (row: number): boolean => (states[row] ?? created + 1) <= created

  function claim(owner: number, at: number, rows: readonly number[]): void {
    for (const row of rows) {
      if (isOpen(row) && (due[row] ?? 0) <= at && !workers.isAlive(owners[row] ?? nobody, at)) owners[row] = owner
    }
  }

  function write(row: number, entry: RowEntry, at: number): void {
    if (entry.is === 'sending') {
      move(row, code('sent'))
      requestIds.set(row, entry.requestId)
      return
    }
    owners[row] = nobody
    if (entry.is === 'created') {
      move(row, created)
      upgradeIds.set(row, entry.upgradeId)
      since[row] = at
      due[row] = entry.due
      tries[row] = 0
      delays[row] = 0
    } else if (entry.is === 'postponed') {
      if (entry.anew) restart(row)
      due[row] = entry.due
      tries[row] = entry.tries
      delays[row] = entry.delay ?? 0
    } else {
      move(row, code(entry.outcome))
      again[row] = Number(entry.again)
      repeatable += Number(entry.again)
    }
  }

  function restart(row: number): void {
    move(row, code('new'))
    requestIds.clear(row)
    upgradeIds.clear(row)
  }

  function beginRound(at: number): void {
    for (let row = 0; row < size; row++) {
      if (!again[row]) continue
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

  return {
    apply(worker, at, event) {
      const owner = workers.hear(worker, at)
      if (isRowEntry(event)) {
        const counts = owners[event.row] === owner && isOpen(event.row)
        if (counts) write(event.row, event, at)
        return counts
      }
      if (event.is === 'claimed') claim(owner, at, event.rows)
      if (event.is === 'left') workers.leave(owner)
      if (event.is === 'throttled') quietUntil = Math.max(quietUntil, event.until)
      if (event.is !== 'again') return true
      const counts = event.round === round + 1
      if (counts) beginRound(at)
      return counts
    },
    pick(worker, kind, count, now) {
      const own = workers.find(worker)
      const earliest = createEarliest(count)
      let next = Number.POSITIVE_INFINITY
      const [least, most] = kind === 'follow' ? [created, created] : [code('new'), code('sent')]
      for (let row = 0; row < size; row++) {
        const state = states[row] ?? 0
        const owner = owners[row] ?? nobody
        if (state < least || state > most || owner === own) continue
        const time = Math.max(due[row] ?? 0, workers.freeAt(owner))
        if (time > now) next = Math.min(next, time)
        else earliest.add(row, time)
      }
      return { rows: earliest.rows, next }
    },
    isHeldBy: (row, worker) => owners[row] === workers.find(worker),
    work(row) {
      const requestId = requestIds.get(row)
      const upgradeId = upgradeIds.get(row)
      return {
        row,
        customerId: customers.customerId(row),
        productFamily: customers.productFamily(row),
        stage: stages[states[row] ?? 0] ?? 'new',
        tries: tries[row] ?? 0,
        ...(requestId && { requestId }),
        ...(upgradeId && { upgradeId }),
        ...(delays[row] && { delay: delays[row] }),
        ...(since[row] && { since: since[row] }),
      }
    },
    progress(now) {
      const count = <Name extends Stage | Outcome>(names: readonly Name[]) =>
        Object.fromEntries(names.map((name) => [name, tally[code(name)] ?? 0]))
      return {
        rows: size,
        open: { new: 0, sent: 0, created: 0, ...count(stages) },
        ended: { ...noOutcomes, ...count(outcomes) },
        again: repeatable,
        round,
        workers: workers.alive(now),
        quietUntil,
      }
    },
  }
}

const noOutcomes = { completed: 0, partial: 0, failed: 0, ineligible: 0, rejected: 0, unknown: 0, eligible: 0 }
