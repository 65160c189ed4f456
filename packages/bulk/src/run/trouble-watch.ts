import type { AnyPartnerCenterError, MonotonicClock } from '@partner-upgrades/client'
import { type ClassifiedError, isCredentialLost, isServiceWide, isTokenRefused } from './classify-error.ts'
import { createOutage, type Outage, patience } from './outage.ts'

/** What a watch for trouble goes by. */
export interface TroubleWatchOptions {
  /** Tells spans of time. */
  readonly clock: Pick<MonotonicClock, 'elapsed'>
  /** How long an outage, or nothing but 429s, may last, in milliseconds. */
  readonly outageLimit: number
  /** How many rows are open: where there are few, a token that was never good is told of soon. */
  readonly openRows: () => number
  /** Called when there is no point in going on: nothing gets through for too long, or the credentials are not good. */
  readonly onHopeless: (error: AnyPartnerCenterError) => void
}

/** Tells the trouble of single rows from that of all: no connection, no good token, nothing but 429s. */
export interface TroubleWatch {
  /** Whether there is an outage, and when to try again. */
  readonly outage: Outage
  /** The error that the latest request of the outage came to. */
  readonly cause: AnyPartnerCenterError | undefined
  /** Notes an error of a step; says whether it is the row's own, so that it counts as a try. */
  notice(error: ClassifiedError): boolean
}

/** Begins to watch. */
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
