import type { Clock } from '@partner-upgrades/client'
import { isDisconnected } from '../database/database-error.ts'

/** The first and the longest pause between two attempts, in milliseconds. */
const [firstPause, longestPause] = [250, 5_000]
/** How long a stopped worker keeps retrying, in milliseconds. */
const longestGrace = 15_000

/** The options of `persist`. */
export interface PersistOptions {
  /** The clock to measure and wait with. */
  readonly clock: Required<Clock>
  /** Aborted when the worker is stopped. */
  readonly signal: AbortSignal
  /** How long to retry, in milliseconds. @default forever */
  readonly patience?: number | undefined
  /** How long to keep retrying once the worker was stopped, in milliseconds. @default 15000 */
  readonly grace?: number | undefined
  /** Called for each failed attempt. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Runs work that needs the database, and retries it until the database answers: the result of a step exists nowhere else.
 *
 * @throws what `work` throws, if a retry would not help, the patience is used up, or the worker was stopped and the grace is used up.
 */
export async function persist<Result>(
  work: () => Promise<Result>,
  { clock, signal, patience = Number.POSITIVE_INFINITY, grace = longestGrace, onFailure }: PersistOptions,
): Promise<Result> {
  const begin = clock.elapsed()
  let stoppedAt: number | undefined
  for (let pause = firstPause; ; pause = Math.min(longestPause, pause * 2)) {
    try {
      return await work()
    } catch (error) {
      if (!isDisconnected(error)) throw error
      onFailure(error)
      if (signal.aborted) stoppedAt ??= clock.elapsed()
      const now = clock.elapsed()
      if (now - begin > patience || (stoppedAt !== undefined && now - stoppedAt >= grace)) throw error
      // Without grace, stopping the worker ends the pause as well.
      await clock.sleep(pause, grace > 0 ? undefined : signal).catch(() => {})
    }
  }
}
