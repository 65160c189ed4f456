import {
  type AuditRecord,
  type Clock,
  createProductUpgradesClient,
  type ProductUpgradesClientOptions,
} from '@partner-upgrades/client'
import type { RecordedCall } from '../entry.ts'
import { StoppedError } from '../errors.ts'
import { openRows, type Progress, type Store, type Work } from '../store.ts'
import { advance, type Tools } from './advance.ts'
import { createInFlight } from './in-flight.ts'
import { createOutage } from './outage.ts'
import { createPace } from './pace.ts'
import { createPollBudget } from './poll-budget.ts'
import { quietUntil } from './quiet-until.ts'
import { type Creates, createRecordingFetch } from './recording-fetch.ts'
import { createRest } from './rest.ts'
import { systemClock } from './system-clock.ts'
import type { Trouble } from './trouble.ts'

/** How a list is worked through. */
export interface RunOptions {
  /** Where it is written down what is done; the rows come from there. */
  readonly store: Store
  /** The client's options: credential, cloud, time-outs and so on. Its clock is the run's; its looks at upgrades come later by default. */
  readonly client: ProductUpgradesClientOptions
  /** Whether only eligibility is asked. @default false */
  readonly dryRun?: boolean
  /** Whether rows that ended without success are taken up again, where that may help, if no row is open. @default false */
  readonly onlyFailed?: boolean
  /** The most rows that are worked on at once; 429 makes it fewer for a while. @default 16 */
  readonly parallel?: number
  /** How many looks at running upgrades a minute all workers share. @default 120 */
  readonly pollsPerMinute?: number
  /** Milliseconds from finding an upgrade to giving up on its end. @default 86400000, a day */
  readonly followFor?: number
  /** Milliseconds without a usable answer before the run ends. @default 3600000, an hour */
  readonly outageLimit?: number
  /** Ends the run: what is under way is written down as far as it got. */
  readonly signal?: AbortSignal
  /** Called whenever something has changed. */
  readonly onProgress?: (progress: RunProgress) => void
}

/** How far a run is. */
export interface RunProgress extends Progress {
  /** Rows that are worked on now. */
  readonly busy: number
  /** Rows that may be worked on at once at present. */
  readonly parallel: number
  /** Whether nothing gets through at present. */
  readonly outage: boolean
}

/**
 * Works through a list until no row is open: eligibility, create, and following to the end. Several of these, in one process or more, may
 * share a store.
 *
 * @returns how far the list is then: rows are open only if the signal was aborted.
 * @throws StoreError if something could not be written down.
 * @throws StoppedError if nothing gets through any more.
 */
export async function runBulk(options: RunOptions): Promise<RunProgress> {
  const { store, dryRun = false, parallel = 16, pollsPerMinute = 120, outageLimit = 3_600_000, onProgress } = options
  const clock: Clock = options.client.clock ?? systemClock
  const pace = createPace(parallel)
  const polls = createPollBudget(clock, pollsPerMinute)
  const outage = createOutage()
  const rest = createRest(clock)
  const stopping = new AbortController()
  const lanes = new Set<Promise<void>>()
  const creates: Creates = new Map()
  const notes = new Map<string, RecordedCall[]>()
  let claimed: Work[] = []
  let failure: unknown

  function stop(error?: unknown): void {
    failure ??= error
    stopping.abort()
    rest.end()
  }

  function notice({ kind, error, answered }: Trouble): boolean {
    if (answered) outage.over()
    if (answered || kind === 'aborted') return false
    const foreign = outage.lasting
    outage.trouble(clock.now())
    const hopeless = error.name === 'AuthenticationError' || outage.age(clock.now()) > outageLimit
    if (outage.lasting && hopeless) stop(toStopped(error))
    return !foreign
  }

  const { fetch = (url, init) => globalThis.fetch(url, init), onAudit, onResponse } = options.client
  const settings = { minPollDelay: 30_000, maxPollDelay: 300_000, ...options.client }
  const inFlight = createInFlight(clock, fetch)
  const client = createProductUpgradesClient({
    ...settings,
    maxInFlight: parallel,
    // The budget here is that of all workers together.
    pollsPerMinute: Number.POSITIVE_INFINITY,
    fetch: createRecordingFetch(inFlight.fetch, store, creates),
    onAudit(record) {
      notes.get(record.requestId)?.push(toCall(record))
      onAudit?.(record)
    },
    onResponse(event) {
      if (event.status === 429) {
        pace.refused(Date.parse(event.startedAt), clock.now())
        const until = quietUntil(event.headers, clock.now())
        if (until > store.progress().quietUntil) store.append({ is: 'throttled', until }).catch(stop)
      } else if (event.status !== undefined) pace.accepted()
      onResponse?.(event)
    },
  })
  const { followFor = 86_400_000 } = options
  const firstLook = settings.minPollDelay
  const tools: Tools = { client, creates, dryRun, followFor, firstLook, now: clock.now, notice }

  async function step(work: Work): Promise<void> {
    const calls: RecordedCall[] = []
    const ids: string[] = []
    const note = (id: string = crypto.randomUUID()): string => {
      notes.set(id, calls)
      ids.push(id)
      return id
    }
    let troubled = false
    const noticing = (trouble: Trouble): boolean => {
      troubled = true
      return notice(trouble)
    }
    const verdict = await advance(work, { ...tools, notice: noticing }, { signal: stopping.signal, note })
    if (!troubled) outage.over()
    for (const id of ids) notes.delete(id)
    await store.append({ ...verdict, row: work.row, calls })
  }

  function launch(work: Work): void {
    const lane = step(work)
      .catch(stop)
      .finally(() => {
        lanes.delete(lane)
        rest.end()
        tell()
      })
    lanes.add(lane)
  }

  /** Gives rows to all lanes that are free; returns when there may be more to give, in milliseconds since 1970. */
  async function fill(): Promise<number> {
    const { quietUntil: quiet, workers } = store.progress()
    const opensAt = Math.max(quiet, outage.until)
    if (opensAt > clock.now()) return opensAt
    const room = Math.min(parallel, (outage.lasting ? 1 : pace.limit) + inFlight.hanging()) - lanes.size
    if (room <= 0) return inFlight.nextToHang()
    const turns = Math.min(room, polls.available(workers))
    const looks = turns > 0 ? await store.claim('follow', turns) : undefined
    const looking = looks?.work ?? []
    polls.take(looking.length)
    for (const work of looking) launch(work)
    if (looking.length === room) return inFlight.nextToHang()
    const starts = claimed.length > 0 ? undefined : await store.claim('start', pace.limit)
    claimed.push(...(starts?.work ?? []))
    for (const work of claimed.splice(0, room - looking.length)) launch(work)
    // Where all turns were taken, there may be more to look at as soon as there is another one.
    const due = looks && looking.length < turns ? looks.next : 0
    return Math.min(Math.max(due, clock.now() + polls.wait(workers)), starts?.next ?? Number.POSITIVE_INFINITY)
  }

  async function keepClaims(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(store.lease / 3, stopping.signal)
      await store.renew()
    }
  }

  const now = (): RunProgress => ({
    ...store.progress(),
    busy: lanes.size,
    parallel: pace.limit,
    outage: outage.lasting,
  })
  function tell(): void {
    onProgress?.(now())
  }

  const abort = (): void => stop()
  options.signal?.addEventListener('abort', abort)
  if (options.signal?.aborted) stop()
  const keeping = keepClaims().catch((error: unknown) => {
    if (!stopping.signal.aborted) stop(error)
  })
  try {
    const { again, round, open } = store.progress()
    if (options.onlyFailed && openRows(open) === 0 && again > 0) await store.append({ is: 'again', round: round + 1 })
    tell()
    while (!stopping.signal.aborted && (lanes.size > 0 || openRows(store.progress().open) > 0)) {
      const next = await fill()
      await rest.until(Math.min(next, clock.now() + store.lease / 3))
    }
  } catch (error) {
    stop(error)
  }
  claimed = []
  await Promise.all(lanes)
  stop()
  await keeping
  options.signal?.removeEventListener('abort', abort)
  if (failure) throw failure
  return now()
}

function toCall({ version, customerId, upgradeId, ...call }: AuditRecord): RecordedCall {
  return call
}

function toStopped(cause: Error): StoppedError {
  return new StoppedError(
    `Nothing gets through any more: ${cause.message}. What was done is recorded; run the same command again when this is mended.`,
    { cause },
  )
}
