import { openPostgres } from '../../src/database/postgres.ts'
import { openFleet } from '../../src/index.ts'
import { type Claim, createQueue, type FleetQueue, type NextTurn } from '../../src/queue/queue.ts'
import { type Latencies, measureLatencies } from './latencies.ts'

/** How long workers wait for a full database. */
export interface FilledTimes {
  /** An empty statement as a baseline: the overhead of everything else on the machine. */
  readonly nothing: Latencies
  /** Claiming one of the rows that wait to start. */
  readonly claimOne: Latencies
  /** Claiming 16. */
  readonly claimMany: Latencies
  /** Asking for an upgrade to poll while none of the running ones is due. */
  readonly noneDue: Latencies
  /** How many upgrades were running. */
  readonly running: number
  /** Claiming 16 of them, once they are due. */
  readonly claimLooks: Latencies
  /** `status`. */
  readonly status: Latencies
}

const [lease, many] = [30_000, 16]
const hour = 3_600_000

/**
 * Measures these times. Queues `running` of the list's rows as running upgrades, and removes them in the end.
 *
 * @param times how often each operation is measured
 */
export async function measureFilled(
  database: string,
  { running, times }: { running: number; times: number },
): Promise<FilledTimes> {
  const [connections, fleet] = [openPostgres(database, 'partner_upgrades'), openFleet({ database })]
  const queue = createQueue(connections, { lease, onError: () => {} })
  const [found] = await connections.query<{ id: number; size: number; partner: number }>(
    'SELECT id, size, partner FROM fleet.lists',
  )
  if (!found) throw new Error('There is no list.')
  const { id: list, size, partner } = found
  await queue.start()
  await queue.prepare(partner)

  /** Turns that queue the list's last rows as upgrades to poll. */
  const looks = (from: number, count: number, delay: number): readonly NextTurn[] =>
    Array.from({ length: count }, (_, index) => ({ list, row: size - 1 - from - index, kind: 'follow', delay }))

  async function putLooks(delay: number): Promise<void> {
    const batch = 5_000
    for (let from = 0; from < running; from += batch) {
      await queue.put(partner, looks(from, Math.min(batch, running - from), delay))
    }
  }

  try {
    const nothing = await measureLatencies(times, () => connections.query('SELECT 1'))
    const status = await measureLatencies(times, () => fleet.status())
    const claims: Claim[] = []
    const claim = (kind: 'start' | 'follow', count: number) => async (): Promise<void> => {
      claims.push(...(await queue.take(partner, kind, count)))
    }
    const claimOne = await measureLatencies(times, claim('start', 1))
    const claimMany = await measureLatencies(times, claim('start', many))
    await handBack(queue, partner, claims.splice(0))
    await putLooks(hour)
    const noneDue = await measureLatencies(times, claim('follow', many))
    if (claims.length > 0) throw new Error('Something was due that is not.')
    const jobs = `${connections.schema}_queue.job`
    await connections.raw(`UPDATE ${jobs} SET start_after = created_on WHERE name = $1`, [`partner-${partner}.follow`])
    const claimLooks = await measureLatencies(times, claim('follow', many))
    await connections.raw(`DELETE FROM ${jobs} WHERE name = $1`, [`partner-${partner}.follow`])
    return { nothing, claimOne, claimMany, noneDue, running, claimLooks, status }
  } finally {
    await queue.stop()
    await connections.close()
    await fleet.close()
  }

  async function handBack(queue: FleetQueue, to: number, claimed: readonly Claim[]): Promise<void> {
    await connections.transaction(async (tx) => {
      for (const each of claimed) await queue.remove(each, tx)
      const turns = claimed.map(({ row }): NextTurn => ({ list, row, kind: 'start', delay: 0 }))
      await queue.put(to, turns, tx)
    })
  }
}
