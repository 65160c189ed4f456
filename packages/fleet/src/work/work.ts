import { createWakeableSleep } from '@partner-upgrades/bulk'
import { systemClock } from '@partner-upgrades/client'
import type { Database } from '../database/database.ts'
import { isDisconnected } from '../database/database-error.ts'
import { readPartners, type StoredPartner } from '../partners/partners.ts'
import { createQueue } from '../queue/queue.ts'
import { createDatabaseClock } from './database-clock.ts'
import { hasOpenRows } from './has-open-rows.ts'
import { type Lane, type LaneContext, startLane } from './lane.ts'
import { persist } from './persist.ts'
import { createPresence } from './presence.ts'
import type { WorkOptions, WorkSummary } from './work-options.ts'

/** The shortest lease, in milliseconds: pg-boss does not check for silent workers more often. */
const shortestLease = 10_000
/** How often a worker renews its lease, in milliseconds: a row may have been queued by a worker with the shortest lease. */
const renewEvery = shortestLease / 4
/** How often a worker checks for new partners, in milliseconds. */
const partnersEvery = 5_000
/** How often a worker with `untilDone` checks for open rows, in milliseconds. */
const doneEvery = 1_000
/** How long a starting worker waits for an unavailable database, in milliseconds: the database may be starting, too. */
const startPatience = 30_000
/** How long a partner is held if its client cannot be created, in milliseconds. */
const heldFor = 60_000

/**
 * Works until the signal is aborted, or, with `untilDone`, until nothing is left to do.
 *
 * @param check checks that the database can be used
 */
export async function work(
  database: Database,
  check: () => Promise<unknown>,
  options: WorkOptions,
  backend?: 'postgres' | 'pglite',
): Promise<WorkSummary> {
  const { lease = 30_000, signal: given, onEvent } = options
  if (!(Number.isFinite(lease) && lease >= shortestLease)) {
    throw new TypeError(`lease must be ${shortestLease} milliseconds or more, not ${lease}`)
  }
  const stopping = new AbortController()
  const signal = given ? AbortSignal.any([given, stopping.signal]) : stopping.signal
  const onError = (error: unknown): void => onEvent?.({ is: 'disconnected', reason: textOf(error) })
  const begin = <Result>(step: () => Promise<Result>): Promise<Result> =>
    persist(step, { clock: systemClock, signal, patience: startPatience, grace: 0, onFailure: onError })
  const queue = createQueue(database, { lease, onError, supervise: true, ...(backend && { backend }) })
  const presence = createPresence(database, lease)

  /** Connects and returns the database's time; `undefined` if the worker was stopped before the database answered. */
  async function connect(): Promise<number | undefined> {
    try {
      await begin(check)
      const now = await begin(() => presence.renew(0))
      await begin(() => queue.start())
      return now
    } catch (error) {
      if (signal.aborted && isDisconnected(error)) return undefined
      throw error
    }
  }

  const startedAt = await connect()
  if (startedAt === undefined) return { steps: 0, ended: 0 }
  const clock = createDatabaseClock(startedAt)
  const { sleep, wake } = createWakeableSleep(clock, signal)
  const lanes = new Map<number, Lane>()
  const heldUntil = new Map<number, number>()
  const context: LaneContext = {
    database,
    queue,
    clock,
    worker: presence.id,
    options,
    signal,
    customers: new Set(),
    onEmpty: () => wake(),
  }
  let failure: unknown

  function isOurs({ name }: StoredPartner): boolean {
    return options.partners?.includes(name) ?? true
  }

  async function startLanes(): Promise<void> {
    for (const partner of (await readPartners(database)).filter(isOurs)) {
      if (lanes.has(partner.id) || (heldUntil.get(partner.id) ?? 0) > clock.elapsed()) continue
      const lane = await startOne(partner)
      if (lane) lanes.set(partner.id, lane)
    }
  }

  /** Starts a partner's lane. Wrong options hold this partner only; the others are not affected. */
  async function startOne(partner: StoredPartner): Promise<Lane | undefined> {
    try {
      const lane = startLane(context, partner, await options.client(partner))
      lane.done.catch((error: unknown) => {
        failure ??= error
        stopping.abort()
      })
      return lane
    } catch (error) {
      heldUntil.set(partner.id, clock.elapsed() + heldFor)
      const until = new Date(clock.now() + heldFor).toISOString()
      onEvent?.({ is: 'held', partner: partner.name, reason: textOf(error), until })
      return undefined
    }
  }

  /** Renews the claims of all lanes, and sets the clock to the database's time. */
  async function keepClaims(): Promise<void> {
    while (!signal.aborted || [...lanes.values()].some(({ claims }) => claims.size > 0)) {
      await clock.sleep(renewEvery, signal.aborted ? undefined : signal).catch(() => {})
      const claims = [...lanes.values()].flatMap((lane) => [...lane.claims])
      try {
        clock.set(await presence.renew(claims.length))
        if (claims.length > 0) await queue.renew(claims)
      } catch (error) {
        if (!isDisconnected(error)) throw error
        onError(error)
      }
      if (signal.aborted) await clock.sleep(250)
    }
  }

  const keeping = keepClaims().catch((error: unknown) => {
    failure ??= error
    stopping.abort()
  })
  try {
    let partnersAt = Number.NEGATIVE_INFINITY
    while (!signal.aborted) {
      try {
        if (clock.elapsed() - partnersAt >= partnersEvery) {
          await startLanes()
          partnersAt = clock.elapsed()
        }
        const busy = [...lanes.values()].some(({ claims }) => claims.size > 0)
        if (options.untilDone && !busy && !(await hasOpenRows(database, options.partners))) break
      } catch (error) {
        if (!isDisconnected(error)) throw error
        onError(error)
      }
      await sleep(doneEvery)
    }
  } catch (error) {
    failure ??= error
  }
  stopping.abort()
  await Promise.allSettled([...lanes.values()].map(({ done }) => done))
  await keeping
  await presence.leave().catch(() => {})
  await queue.stop().catch(() => {})
  if (failure !== undefined) throw failure
  return [...lanes.values()].reduce(
    (sum, { summary }) => ({ steps: sum.steps + summary.steps, ended: sum.ended + summary.ended }),
    { steps: 0, ended: 0 },
  )
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
