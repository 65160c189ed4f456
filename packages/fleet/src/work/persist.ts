import type { Clock } from '@partner-upgrades/client'
import { isDisconnected } from '../database/database-error.ts'

/** The first and the longest pause between two tries, in milliseconds. */
const [firstPause, longestPause] = [250, 5_000]
/** How long a worker that has been stopped goes on trying, in milliseconds. */
const longestGrace = 15_000

/** How long a result is worth trying to record. */
export interface PersistOptions {
  /** Tells and spends time. */
  readonly clock: Required<Clock>
  /** Whether the worker was stopped. */
  readonly signal: AbortSignal
  /** How long to try, in milliseconds. @default for ever */
  readonly patience?: number | undefined
  /** How long to go on trying once the worker was stopped, in milliseconds. @default 15000 */
  readonly grace?: number | undefined
  /** Called for each try that failed. */
  readonly onFailure: (error: unknown) => void
}

/**
 * Does what the database may not be able to do now, until it has been done: what came of a step exists nowhere else.
 *
 * @throws what `work` throws, if trying again would not help, the patience is over, or the worker was stopped and the database stays away.
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
      // Where nothing is tried any more once the worker was stopped, nothing is waited for.
      await clock.sleep(pause, grace > 0 ? undefined : signal).catch(() => {})
    }
  }
}
