import type { Clock } from '@partner-upgrades/client'
import { StoppedError } from '../errors.ts'
import { openRows, type Work } from '../store.ts'
import { advance, type Tools } from './advance.ts'
import { openClient } from './open-client.ts'
import { createOutage, patience } from './outage.ts'
import { createPace } from './pace.ts'
import { createPollBudget } from './poll-budget.ts'
import { createRest } from './rest.ts'
import type { RunOptions, RunProgress } from './run-options.ts'
import { systemClock } from './system-clock.ts'
import { isAnybodys, isTokenGone, isTokenRefused, type Trouble } from './trouble.ts'

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
    const foreign = outage.lasting || (isAnybodys(error) && !outage.reached)
    outage.trouble(clock.now(), isTokenRefused(error))
    // A token that was never good is told of soon, even where the list is short.
    const few = Math.max(3, Math.min(patience, openRows(store.progress().open)))
    const hopeless = isTokenGone(error) || outage.refusals >= (outage.everReached ? patience : few)
    if (hopeless || (outage.lasting && outage.age(clock.now()) > outageLimit)) stop(toStopped(error))
    return !foreign
  }

  const { client, creates, inFlight, firstLook, recordCalls } = openClient(options, clock, pace, stop)
  const { followFor = 86_400_000 } = options
  const tools: Tools = { client, creates, dryRun, followFor, firstLook, now: clock.now, notice }

  async function step(work: Work): Promise<void> {
    const { calls, note, end } = recordCalls()
    let troubled = false
    const noticing = (trouble: Trouble): boolean => {
      troubled = true
      return notice(trouble)
    }
    const verdict = await advance(work, { ...tools, notice: noticing }, { signal: stopping.signal, note })
    if (!troubled) outage.over()
    end()
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

function toStopped(cause: Error): StoppedError {
  return new StoppedError(
    `Nothing gets through any more: ${cause.message}. What was done is recorded; run the same command again when this is mended.`,
    { cause },
  )
}
