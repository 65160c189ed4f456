import type { AnyPartnerCenterError, MonotonicClock } from '@partner-upgrades/client'
import { type ClassifiedError, isCredentialLost, isServiceWide, isTokenRefused } from './classify-error.ts'
import { createOutage, type Outage, patience } from './outage.ts'

/** The options of `createTroubleWatch`. */
export interface TroubleWatchOptions {
  /** A monotonic clock. */
  readonly clock: Pick<MonotonicClock, 'elapsed'>
  /** How long an outage or continuous throttling may last, in milliseconds. */
  readonly outageLimit: number
  /** Returns the number of open rows: with few of them, a token that never worked is reported sooner. */
  readonly openRows: () => number
  /** Called when continuing is pointless: no request got through for too long, or the credential does not work. */
  readonly onHopeless: (error: AnyPartnerCenterError) => void
}

/** Tells errors that affect one row only from those that affect all: no connection, no valid token, continuous throttling. */
export interface TroubleWatch {
  /** The state of the outage, if there is one. */
  readonly outage: Outage
  /** The latest error that may affect all rows; `undefined` if there was none. */
  readonly cause: AnyPartnerCenterError | undefined
  /** Notes an error of a step; returns whether it is the row's own, so that the attempt counts. */
  notice(error: ClassifiedError): boolean
}

/** Creates a watch that has seen no errors yet. */
export function createTroubleWatch({ clock, outageLimit, openRows, onHopeless }: TroubleWatchOptions): TroubleWatch {
  const outage = createOutage()
  let latest: AnyPartnerCenterError | undefined
  return {
    outage,
    get cause() {
      return latest
    },
    notice({ kind, error, answered }) {
      const now = clock.elapsed()
      if (kind === 'throttled') {
        outage.throttled(now)
        if (outage.throttledFor(now) > outageLimit) onHopeless(error)
        return false
      }
      if (answered) outage.over()
      if (answered || kind === 'aborted' || kind === 'busy' || kind === 'held') return false
      const foreign = outage.lasting || (isServiceWide(error) && !outage.reached)
      outage.trouble(now, isTokenRefused(error))
      latest = error
      const few = Math.max(3, Math.min(patience, openRows()))
      const hopeless = isCredentialLost(error) || outage.refusals >= (outage.everReached ? patience : few)
      if (hopeless || (outage.lasting && outage.age(now) > outageLimit)) onHopeless(error)
      return !foreign
    },
  }
}
