import { type Clock, NotSentError } from '@partner-upgrades/client'
import { nextStart, type Schedule } from '../schedule/schedule.ts'

/** Decides how many new creates may start, and when. Upgrades that exist or may exist are not affected. */
export interface CreateGate {
  /** How many creates this run has started. */
  readonly started: number
  /** Whether this run may start no further create. */
  readonly exhausted: boolean
  /** When creates may start again, in milliseconds since 1970; `undefined` if they may now. */
  closedUntil(): number | undefined
  /** How many more rows can reserve a place now. */
  room(): number
  /** Reserves a place for a row that may need a create. */
  reserve(row: number): void
  /**
   * Admits the create of a row. Called right before it is recorded and sent for the first time.
   *
   * @throws CreateHeldError if it may not start now.
   */
  admit(row: number): void
  /** Frees the place of a row for which no create was started. */
  release(row: number): void
}

/** The options of `createGate`. */
export interface CreateGateOptions extends Schedule {
  /** The most creates to start. @default as many as there are rows */
  readonly limit?: number | undefined
}

/** Thrown if no create may start now. Nothing was sent. */
export class CreateHeldError extends NotSentError {}

/** Creates the gate of a run. */
export function createGate(
  { limit = Number.POSITIVE_INFINITY, ...schedule }: CreateGateOptions,
  clock: Pick<Clock, 'now'>,
): CreateGate {
  const reserved = new Set<number>()
  let started = 0

  function closedUntil(): number | undefined {
    const now = clock.now()
    const start = nextStart(schedule, now)
    return start > now ? start : undefined
  }

  return {
    get started() {
      return started
    },
    get exhausted() {
      return started >= limit
    },
    closedUntil,
    room: () => (closedUntil() === undefined ? limit - started - reserved.size : 0),
    reserve: (row) => void reserved.add(row),
    admit(row) {
      if (started >= limit) throw new CreateHeldError('The limit of this run is reached', { unsent: true })
      if (closedUntil() !== undefined)
        throw new CreateHeldError('The schedule lets no create start now', { unsent: true })
      reserved.delete(row)
      started++
    },
    release: (row) => void reserved.delete(row),
  }
}
