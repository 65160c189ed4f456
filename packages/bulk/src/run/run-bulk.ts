import { systemClock, toMonotonic } from '@partner-upgrades/client'
import { EntryError, StoppedError } from '../errors.ts'
import { type ClaimKind, openRows, type Work } from '../store/store.ts'
import { checkOptions } from './check-options.ts'
import type { ClassifiedError } from './classify-error.ts'
import { createConcurrencyLimit } from './concurrency-limit.ts'
import { createGate } from './create-gate.ts'
import { paceClient } from './pace-client.ts'
import { createPollBudget } from './poll-budget.ts'
import type { RunOptions, RunProgress } from './run-options.ts'
import { createStepTaker, toUnknown } from './take-step.ts'
import { createTroubleWatch } from './trouble-watch.ts'
import { createWakeableSleep } from './wakeable-sleep.ts'

/**
 * Processes a list until no row is open: checks eligibility, creates upgrades and follows each to its end. Several calls, in one or
 * more processes, may share a store.
 *
 * @returns the final progress: rows are open only if the signal was aborted or the limit of creates was reached.
 * @throws TypeError if an option is invalid.
 * @throws StoreError if something could not be recorded.
 * @throws StoppedError if requests no longer get through.
 */
export async function runBulk(options: RunOptions): Promise<RunProgress> {
  const { store, dryRun = false, parallel = 16, pollsPerMinute = 120, outageLimit = 3_600_000, onProgress } = options
  checkOptions(options)
  const clock = toMonotonic(options.client.clock ?? systemClock)
  const gate = createGate(dryRun ? {} : options, clock)
  const concurrency = createConcurrencyLimit(parallel)
  const polls = createPollBudget(clock, pollsPerMinute)
  const { sleep, wake } = createWakeableSleep(clock)
  const stopping = new AbortController()
  const running = new Set<Promise<void>>()
  let known = await store.progress()
  let claimed: Work[] = []
  let failure: unknown
  let told: string | undefined

  function stop(error?: unknown): void {
    failure ??= error
    stopping.abort()
    wake()
  }

  const trouble = createTroubleWatch({
    clock,
    outageLimit,
    openRows: () => openRows(known.open),
    onHopeless: (error) => stop(toStopped(error)),
  })
  const { outage } = trouble
  const { client, inFlight } = paceClient(options.client, store, parallel, clock, concurrency, stop)
  const takeStep = createStepTaker({
    client,
    record: (entry) => store.append(entry),
    dryRun,
    admit: ({ row }) => gate.admit(row),
    onUnrecordable: stop,
    ...(options.creates && { creates: options.creates }),
    ...(options.followFor !== undefined && { followFor: options.followFor }),
  })

  async function step(work: Work): Promise<void> {
    let failed = false
    const noticing = (error: ClassifiedError): boolean => {
      failed = true
      return trouble.notice(error)
    }
    const entry = await takeStep(work, { signal: stopping.signal, notice: noticing })
    if (!failed) outage.over()
    await store.append(entry).catch((error: unknown) => {
      // An entry that the store rejects costs its own row only.
      if (!(error instanceof EntryError)) throw error
      return store.append({ ...toUnknown(error), row: work.row, calls: [] })
    })
  }

  function launch(work: Work): void {
    const lane = step(work)
      .catch(stop)
      .finally(() => {
        running.delete(lane)
        gate.release(work.row)
        wake()
      })
    running.add(lane)
  }

  /** Claims rows; `next` is the time of the monotonic clock at which there may be more. */
  async function claim(
    kind: ClaimKind,
    count: number,
  ): Promise<{ readonly work: readonly Work[]; readonly next: number }> {
    const { work, wait } = await store.claim(kind, count)
    return { work, next: clock.elapsed() + wait }
  }

  /** Starts as many rows as there is room for; returns in how many milliseconds there may be more to start. */
  async function fill(): Promise<number> {
    const { quietFor, workers } = known
    const closed = Math.max(quietFor, outage.until - clock.elapsed())
    if (closed > 0) return closed
    const room = Math.min(parallel, (outage.lasting ? 1 : concurrency.limit) + inFlight.hanging()) - running.size
    if (room <= 0) return inFlight.untilNextHangs()
    const turns = Math.min(room, polls.available(workers))
    const looks = turns > 0 ? await claim('follow', turns) : undefined
    const looking = looks?.work ?? []
    polls.take(looking.length)
    for (const work of looking) launch(work)
    if (looking.length === room) return inFlight.untilNextHangs()
    const starts = claimed.length > 0 ? undefined : await claimStarts()
    for (const work of starts?.work ?? []) {
      if (work.stage === 'new') gate.reserve(work.row)
      claimed.push(work)
    }
    for (const work of claimed.splice(0, room - looking.length)) launch(work)
    // If the budget was used up, more upgrades may be due as soon as it allows another poll.
    const now = clock.elapsed()
    const nextLook = looks && looking.length < turns ? looks.next : now
    const nextStart = starts?.next ?? Number.POSITIVE_INFINITY
    const opening = (waitsUntil() ?? Number.POSITIVE_INFINITY) - clock.now()
    return Math.min(Math.max(nextLook - now, polls.wait(workers)), nextStart - now, opening)
  }

  /** Claims only as many new rows as may start a create; the rest is left to the next run. */
  function claimStarts(): ReturnType<typeof claim> {
    const room = Math.min(concurrency.limit, gate.room())
    return room > 0 ? claim('start', room) : claim('settle', concurrency.limit)
  }

  async function keepClaims(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(store.lease / 3, stopping.signal)
      await store.renew()
    }
  }

  /** Returns when the schedule lets the waiting rows start; `undefined` if none waits for it. */
  function waitsUntil(): number | undefined {
    return gate.exhausted || known.open.new === 0 ? undefined : gate.closedUntil()
  }

  function now(): RunProgress {
    const until = waitsUntil()
    return {
      ...known,
      busy: running.size,
      parallel: concurrency.limit,
      outage: outage.lasting,
      ...(outage.lasting && trouble.cause && { outageCause: trouble.cause }),
      started: gate.started,
      limitReached: gate.exhausted,
      ...(until !== undefined && { waitsUntil: until }),
    }
  }

  /** Reads the progress and reports it if it has changed; returns whether the run has finished. */
  async function look(): Promise<boolean> {
    // Read before the progress: rows that end while the store responds may be missing from it.
    const idle = running.size === 0
    known = await store.progress()
    const progress = now()
    const said = JSON.stringify({ ...progress, quietFor: progress.quietFor > 0 })
    if (said !== told) onProgress?.(progress)
    told = said
    const { open } = known
    return idle && (gate.exhausted ? open.sent + open.created : openRows(open)) === 0
  }

  const abort = (): void => stop()
  options.signal?.addEventListener('abort', abort)
  if (options.signal?.aborted) stop()
  const keeping = keepClaims().catch((error: unknown) => {
    if (!stopping.signal.aborted) stop(error)
  })
  try {
    const { again, round, open } = known
    if (openRows(open) === 0) {
      if (options.again) await store.append({ is: 'again', round: round + 1, all: true })
      else if (options.onlyFailed && again > 0) await store.append({ is: 'again', round: round + 1 })
    }
    let over = await look()
    while (!stopping.signal.aborted && !over) {
      await sleep(Math.min(await fill(), store.lease / 3))
      over = await look()
    }
  } catch (error) {
    stop(error)
  }
  claimed = []
  await Promise.all(running)
  stop()
  await keeping
  options.signal?.removeEventListener('abort', abort)
  if (failure) throw failure
  known = await store.progress()
  return now()
}

function toStopped(cause: Error): StoppedError {
  return new StoppedError(
    `No requests get through: ${cause.message}. Everything done so far is recorded; run the same command again once this is fixed.`,
    { cause },
  )
}
