import { createClock, type MockClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { openJournal } from '../src/journal/journal.ts'
import type { JournalOptions } from '../src/journal/journal-file.ts'
import type { Accepted, Ended, Sending } from '../src/store/journal-entry.ts'
import type { Store } from '../src/store/store.ts'
import { createCustomers } from './customers.ts'
import { createMachine, type Machine, type Process } from './machine.ts'

export const service = 'https://api.partnercenter.microsoft.com'
export const path = 'journal'

/** A journal on a simulated machine of its own. */
export interface JournalSetUp {
  readonly clock: MockClock
  readonly machine: Machine
  /** Opens the journal, as another worker of the same process unless options say otherwise. */
  join(options?: Partial<JournalOptions>): Promise<Store>
  /** Opens the journal as another process. */
  joinAs(process: Process, options?: Partial<JournalOptions>): Promise<Store>
}

export function setUpJournal(size = 10): JournalSetUp {
  const clock = createClock()
  const machine = createMachine(clock, Math.random, () => Promise.reject(new Error('No request is expected')))
  const joinAs: JournalSetUp['joinAs'] = ({ open, processes }, options) =>
    openJournal({ path, customers: createCustomers(size), service, clock, open, processes, ...options })
  const process = machine.start(Number.POSITIVE_INFINITY)
  return { clock, machine, join: (options) => joinAs(process, options), joinAs }
}

export const sending = (row: number, requestId = guidOf(row)): Sending => {
  return { is: 'sending', row, requestId, correlationId: guidOf(99) }
}
export const accepted = (row: number, requestId = guidOf(row)): Accepted => ({ is: 'accepted', row, requestId })
export const ended = (row: number): Ended => ({ is: 'ended', row, outcome: 'completed', again: false, calls: [] })

/** Claims rows, and returns them. */
export async function rowsOf(
  store: Store,
  count: number,
  kind: 'start' | 'follow' = 'start',
): Promise<readonly number[]> {
  return (await store.claim(kind, count)).work.map(({ row }) => row)
}

/** Lets time pass in steps shorter than half a lease, while the live workers renew. */
export async function pass(clock: MockClock, seconds: number, ...alive: readonly Store[]): Promise<void> {
  for (let left = seconds; left > 0; left -= 10) {
    clock.advance(1_000 * Math.min(10, left))
    for (const store of alive) await store.renew()
  }
}
