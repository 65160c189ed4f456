import type { Clock } from '@partner-upgrades/client'
import {
  createClock,
  createPartnerCenterMock,
  type MockClock,
  type PartnerCenterMock,
  type PartnerCenterMockOptions,
} from '@partner-upgrades/mocks/core'
import { openJournal } from '../src/journal/journal.ts'
import { readResults } from '../src/results/read-results.ts'
import type { Result } from '../src/results/result.ts'
import { runBulk } from '../src/run/run-bulk.ts'
import type { RunOptions, RunProgress } from '../src/run/run-options.ts'
import type { Store } from '../src/store/store.ts'
import { createCustomers } from './customers.ts'
import { createMachine, type Machine } from './machine.ts'

export const service = 'https://api.partnercenter.microsoft.com'

/** A mock Partner Center, a list and a disk, all in memory. */
export interface World {
  readonly clock: MockClock
  readonly partnerCenter: PartnerCenterMock
  readonly machine: Machine
  open(dryRun?: boolean): Promise<Store>
  /** Runs the list to its end, and returns the result of each customer. */
  run(
    options?: Partial<Omit<RunOptions, 'store' | 'client'>> & { readonly client?: Partial<RunOptions['client']> },
  ): Promise<{
    readonly progress: RunProgress
    readonly results: readonly Result[]
  }>
}

/**
 * Creates a world with a list of the given size.
 *
 * @param atOnce whether writing to the disk takes no time on the clock
 */
export function createWorld(
  size: number,
  options: Partial<PartnerCenterMockOptions<Clock>> = {},
  clock: MockClock = createClock({ auto: true }),
  atOnce = false,
): World {
  const partnerCenter = createPartnerCenterMock({ ...options, clock })
  const { fetch } = partnerCenter
  const machine = createMachine(clock, () => 0, fetch)
  const customers = createCustomers(size)
  const { open, processes } = machine.start(Number.POSITIVE_INFINITY, atOnce)
  const openStore = (dryRun = false): Promise<Store> =>
    openJournal({ path: 'journal', customers, service, clock, open, processes, dryRun })
  return {
    clock,
    partnerCenter,
    machine,
    open: openStore,
    async run({ client, ...given } = {}) {
      const store = await openStore(given.dryRun)
      try {
        const progress = await runBulk({ store, client: { credential: 'token', fetch, clock, ...client }, ...given })
        const results: Result[] = []
        for await (const result of readResults(customers, store)) results.push(result)
        return { progress, results }
      } finally {
        await store.close()
      }
    },
  }
}
