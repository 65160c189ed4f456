import type { Clock } from '@partner-upgrades/client'
import { createRandom } from '@partner-upgrades/tools/random'
import { openJournal } from '../src/journal/journal.ts'
import { runBulk } from '../src/run/run-bulk.ts'
import type { Store } from '../src/store/store.ts'
import { createCustomers } from './customers.ts'
import { createMachine } from './machine.ts'

/** The options of `crashRun`. */
export interface Disturbance {
  readonly seed: number
  readonly customers: number
  readonly workers: number
  /** How many processes are killed before the rest may finish. */
  readonly kills: number
  readonly clock: Clock
  /** Handles a request that was sent, and returns the response. */
  readonly serve: (url: string, init: RequestInit) => Promise<Response>
}

/** The result of `crashRun`. */
export interface Aftermath {
  /** Outcome and code of each row, in order. */
  readonly ends: readonly string[]
  /** How many kills there were. */
  readonly kills: number
  /** The request IDs of all creates that were about to be sent, by row. */
  readonly requestIds: ReadonlyMap<number, ReadonlySet<string>>
  /** The number of creates that reached the service before their record was durable. */
  readonly unrecorded: number
  readonly journal: string
}

const path = 'journal'

/** Processes a list on a machine whose processes are killed, and whose power is cut, at times that the seed decides. */
export async function crashRun({ seed, customers, workers, kills, clock, serve }: Disturbance): Promise<Aftermath> {
  const random = createRandom(seed)
  let unrecorded = 0
  const machine = createMachine(clock, random, (url, init) => {
    const { headers } = new Request(url, init)
    const line = `"correlationId":"${headers.get('MS-CorrelationId')}"`
    if (url.endsWith('/productUpgrades') && !machine.durable(path).includes(line)) unrecorded++
    return serve(url, init)
  })
  const list = createCustomers(customers)
  let left = kills

  async function work(): Promise<void> {
    for (;;) {
      const life = left > 0 ? 1 + Math.floor(random() * 10 * (customers / kills)) : Number.POSITIVE_INFINITY
      const process = machine.start(life)
      const { clock: own, fetch, open, processes } = process
      const run = async (): Promise<'done'> => {
        const store = await openJournal({ path, customers: list, service, clock: own, open, processes })
        await runBulk({
          store,
          client: { credential: 'token', baseUrl: service, fetch, clock: own, random },
          parallel: 4,
        })
        await store.close()
        return 'done'
      }
      if ((await Promise.race([run(), process.killed])) === 'done') return
      left--
      if (random() < 0.25) machine.cutPower()
    }
  }

  await Promise.all(Array.from({ length: workers }, work))
  const { clock: own, open, processes } = machine.start(Number.POSITIVE_INFINITY)
  const store = await openJournal({ path, customers: list, service, clock: own, open, processes })
  return { ...(await inspect(store)), unrecorded, kills: kills - left, journal: machine.text(path) }
}

const service = 'https://api.partnercenter.microsoft.com'

async function inspect(store: Store): Promise<Pick<Aftermath, 'ends' | 'requestIds'>> {
  const ends: string[] = []
  const requestIds = new Map<number, Set<string>>()
  for await (const { row, entries } of store.histories()) {
    const [last] = entries.filter((entry) => entry.is === 'ended' && entry.counts).slice(-1)
    ends.push(last?.is === 'ended' ? `${last.outcome} ${last.reason?.code ?? ''}`.trim() : 'open')
    for (const entry of entries) {
      if (entry.is !== 'sending') continue
      requestIds.set(row, (requestIds.get(row) ?? new Set()).add(entry.requestId))
    }
  }
  return { ends, requestIds }
}
