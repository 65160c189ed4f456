import {
  createStepTaker,
  createTroubleWatch,
  createWakeableSleep,
  type StepResult,
  type TakeStep,
} from '@partner-upgrades/bulk'
import type { ProductUpgradesClientOptions } from '@partner-upgrades/client'
import { createCustomerTurns } from '../creates/customer-turns.ts'
import type { Database } from '../database/database.ts'
import { isDefect, isDisconnected } from '../database/database-error.ts'
import { createTenantGate } from '../gate/tenant-gate.ts'
import { noteRefusal, takeTurns } from '../gate/turns.ts'
import type { StoredPartner } from '../partners/partners.ts'
import type { Claim, FleetQueue } from '../queue/queue.ts'
import type { FleetRow, KnownRow } from '../rows/fleet-row.ts'
import { readRows } from '../rows/read-rows.ts'
import { createRowStore } from '../rows/row-store.ts'
import type { DatabaseClock } from './database-clock.ts'
import { createLookShare } from './look-share.ts'
import { persist } from './persist.ts'
import { createRoom } from './room.ts'
import type { WorkOptions, WorkSummary } from './work-options.ts'

/** What the lanes of a worker share. */
export interface LaneContext {
  /** The database. */
  readonly database: Database
  /** The queues of all partners. */
  readonly queue: FleetQueue
  /** The clock that shows the database's time. */
  readonly clock: DatabaseClock
  /** The worker's ID. */
  readonly worker: string
  /** The worker's options. */
  readonly options: WorkOptions
  /** Aborted when the worker stops. */
  readonly signal: AbortSignal
  /** Customers that a lane is working on, whichever list names them. */
  readonly customers: Set<string>
  /** Called when a lane holds no more rows. */
  onEmpty(): void
}

/** A worker's work for one partner. */
export interface Lane {
  /** Rows in progress. */
  readonly claims: ReadonlySet<Claim>
  /** The work done so far. */
  readonly summary: WorkSummary
  /** Resolves when the worker has stopped and the work in progress is recorded; rejects if the lane fails. */
  readonly done: Promise<void>
}

/** Milliseconds before retrying a row whose customer another row is working on. */
const busyWait = 5_000
/** How long a lane with nothing to do waits before it checks again, in milliseconds. */
const idle = 1_000
/** An outage holds a lane, which retries forever. */
const outageLimit = Number.POSITIVE_INFINITY
/** How long a lane waits before it tries rejected credentials again, in milliseconds. */
const hopelessWait = 60_000
/** The pause of all workers after a 429 without a `Retry-After`, and the longest pause after any 429, in milliseconds. */
const [shortestQuiet, longestQuiet] = [1_000, 3_600_000]
/** The time limit of a call, in milliseconds: so long that no call fails because it waits for a turn. */
const totalTimeout = 1_800_000

/** Starts a lane for a partner. */
export function startLane(
  { database, queue, clock, worker, options, signal, customers, onEmpty }: LaneContext,
  partner: StoredPartner,
  given: ProductUpgradesClientOptions,
): Lane {
  const { parallel = 16, onEvent, followFor = 86_400_000 } = options
  const claims = new Set<Claim>()
  const running = new Set<Promise<void>>()
  const rows = createRowStore(database, queue, partner.id)
  const { sleep, wake } = createWakeableSleep(clock, signal)
  const room = createRoom(database, partner.id, parallel, clock)
  const lookShare = createLookShare()
  const summary = { steps: 0, ended: 0 }
  let heldUntil = 0
  let failure: unknown

  const trouble = createTroubleWatch({
    clock,
    outageLimit,
    openRows: () => Number.POSITIVE_INFINITY,
    onHopeless(error) {
      heldUntil = clock.elapsed() + hopelessWait
      const until = new Date(clock.now() + hopelessWait).toISOString()
      onEvent?.({ is: 'held', partner: partner.name, reason: error.message, until })
    },
  })
  const disconnected = (error: unknown): void =>
    onEvent?.({ is: 'disconnected', reason: error instanceof Error ? error.message : String(error) })
  /** Stops the worker at an error that retrying cannot fix, which is a defect rather than an outage. */
  function stopAtDefect({ cause }: Error): void {
    if (!isDefect(cause)) return
    failure ??= cause
    wake()
  }
  const gate = createTenantGate(clock, (count) => takeTurns(database, partner.id, count))
  const settleFor = given.settleFor ?? Math.max(120_000, (given.timeout ?? 60_000) + 60_000)
  const client: ProductUpgradesClientOptions = {
    ...given,
    baseUrl: partner.service,
    clock,
    gate,
    totalTimeout,
    settleFor,
    pollsPerMinute: Number.POSITIVE_INFINITY,
    onResponse(event) {
      if (event.status === 429) {
        const quiet = Math.min(event.retryAfter ?? shortestQuiet, longestQuiet)
        void noteRefusal(database, partner.id, quiet, event.duration).catch(disconnected)
      }
      given.onResponse?.(event)
    },
  }
  const creates = createCustomerTurns(database, {
    worker,
    keep: settleFor,
    persist: (work) => persist(work, { clock, signal, onFailure: disconnected }),
  })
  const takeSteps = new Map([false, true].map((dryRun): [boolean, TakeStep<FleetRow>] => [dryRun, stepsOf(dryRun)]))

  function stepsOf(dryRun: boolean): TakeStep<FleetRow> {
    return createStepTaker<FleetRow>({
      client,
      dryRun,
      creates,
      followFor,
      onUnrecordable: stopAtDefect,
      record: (entry, row) => rows.record(entry, row),
    })
  }

  const keyOf = ({ customerId, productFamily }: FleetRow): string =>
    `${partner.service} ${customerId} ${productFamily}`.toLowerCase()

  async function step(work: FleetRow, takeStep: TakeStep<FleetRow>): Promise<void> {
    let failed = false
    const entry = await takeStep(work, {
      signal,
      notice(error) {
        failed = true
        return trouble.notice(error)
      },
    })
    if (!failed) trouble.outage.over()
    await settle(entry, work)
  }

  async function settle(entry: StepResult, work: FleetRow): Promise<void> {
    const key = crypto.randomUUID()
    const record = (): Promise<boolean> => rows.settle(entry, work, key)
    const own = await persist(record, { clock, signal, onFailure: disconnected })
    summary.steps++
    if (own && entry.is === 'ended') summary.ended++
    const result = entry.is === 'ended' ? entry.outcome : entry.is
    onEvent?.({ is: 'row', partner: partner.name, list: work.claim.list, row: work.row, result })
  }

  /** Works on a claimed row, hands it back, or removes it from the queue if there is nothing to do. */
  async function handle(claim: Claim, known: KnownRow | undefined): Promise<void> {
    const work = known?.work
    const startable = known?.listState === 'running' || (known?.listState === 'cancelled' && work?.stage !== 'new')
    if (!work || !startable) return rows.drop(claim)
    const key = keyOf(work)
    if (customers.has(key)) return rows.handBack(work, busyWait)
    if (signal.aborted) return rows.handBack(work, 0)
    customers.add(key)
    try {
      const takeStep = takeSteps.get(known.dryRun)
      if (takeStep) await step(work, takeStep)
    } finally {
      customers.delete(key)
    }
  }

  function launch(claim: Claim, known: KnownRow | undefined): void {
    claims.add(claim)
    const run = handle(claim, known)
      .catch((error: unknown) => {
        // The claim ends with its lease, and another attempt continues with the row.
        if (isDisconnected(error)) disconnected(error)
        else failure ??= error
      })
      .finally(() => {
        claims.delete(claim)
        running.delete(run)
        wake()
        if (claims.size === 0) onEmpty()
      })
    running.add(run)
  }

  /** Claims as many rows as there is room for; returns in how many milliseconds to try again. */
  async function fill(): Promise<number> {
    const closed = Math.max(heldUntil, trouble.outage.until) - clock.elapsed()
    if (closed > 0) return closed
    const { quiet, most } = await room.read()
    if (quiet > 0) return Math.min(quiet, idle)
    const free = (trouble.outage.lasting ? 1 : most) - running.size
    if (free <= 0) return idle
    // Rows that may need a create go first; polls get the rest, and their share while both wait.
    const first = free - lookShare.reserve(free)
    const starts = first > 0 ? await queue.take(partner.id, 'start', first) : []
    const left = free - starts.length
    const looks = left > 0 ? await queue.take(partner.id, 'follow', left) : []
    lookShare.claimed(looks.length)
    const more = left - looks.length
    const rest = more > 0 && starts.length === first ? await queue.take(partner.id, 'start', more) : []
    const taken = [...starts, ...looks, ...rest]
    if (taken.length === 0) return idle
    for (const claim of taken) claims.add(claim)
    const known = await persist(() => readRows(database, taken), { clock, signal, onFailure: disconnected })
    for (const claim of taken) launch(claim, known.get(claim))
    return taken.length === free ? 0 : idle
  }

  async function work(): Promise<void> {
    await persist(() => queue.prepare(partner.id), { clock, signal, onFailure: disconnected })
    while (!signal.aborted && failure === undefined) {
      const pause = await fill().catch((error: unknown) => {
        if (!isDisconnected(error)) throw error
        disconnected(error)
        return idle
      })
      await sleep(pause)
    }
  }

  const done = work()
    .catch((error: unknown) => {
      failure ??= error
    })
    .finally(() => Promise.all(running))
    .then(() => {
      if (failure !== undefined) throw failure
    })
  return { claims, summary, done }
}
