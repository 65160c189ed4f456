import type { MonotonicClock } from '@partner-upgrades/client'
import type { Queries } from '../database/database.ts'

/** How many rows of a partner a worker may hold. */
export interface Room {
  /** What is left of the pause that the service has asked for, in milliseconds. */
  readonly quiet: number
  /** The maximum number of rows at once. */
  readonly most: number
}

/** How far ahead rows are claimed, in seconds: at most this long, so that none waits long for its turn at the gate. */
const ahead = 10
/** How long a result is reused, in milliseconds. */
const fresh = 500

/** Determines how many rows may be held, from the gate's current rate. */
export function createRoom(
  queries: Queries,
  partner: number,
  parallel: number,
  clock: Pick<MonotonicClock, 'elapsed'>,
): { read(): Promise<Room> } {
  let known: Room & { readonly at: number } = { quiet: 0, most: 1, at: Number.NEGATIVE_INFINITY }
  return {
    async read() {
      const now = clock.elapsed()
      if (now - known.at < fresh) return known
      const [found] = await queries.query<{ quiet: number; rate: number }>(
        `SELECT greatest(0, extract(epoch FROM greatest(quiet_until, clock_timestamp()) - clock_timestamp()) * 1000)::float8 AS quiet,
          rate::float8 AS rate FROM fleet.partners WHERE id = $1`,
        [partner],
      )
      const { quiet = 0, rate = 0 } = found ?? {}
      known = { quiet, most: Math.max(1, Math.min(parallel, Math.ceil(rate * ahead))), at: now }
      return known
    },
  }
}
