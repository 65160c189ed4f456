import type { AnyPartnerCenterError } from '@partner-upgrades/client'
import { exitCodeOf } from '../../errors/client-failure.ts'
import { exitCodes } from '../../process/exit-codes.ts'

/** Decides whether an error concerns one customer only, so that the others can still be looked up. */
export interface OutageWatch {
  /** Records that a customer was looked up. */
  answered(): void
  /** Whether an error concerns one customer only: not the credentials, throttling, an interruption or an outage. */
  isAboutOne(error: AnyPartnerCenterError): boolean
  /** The last error, if no customer at all could be looked up because of an outage. */
  outage(): AnyPartnerCenterError | undefined
}

/**
 * Creates the watch of one listing.
 *
 * @param most how many look-ups in a row may get no usable response before it is an outage
 */
export function createOutageWatch(most: number): OutageWatch {
  let inARow = 0
  let hasAnswer = false
  let last: AnyPartnerCenterError | undefined

  function answered(): void {
    inARow = 0
    hasAnswer = true
  }

  return {
    answered,
    isAboutOne(error) {
      const exitCode = exitCodeOf(error)
      if (exitCode === exitCodes.failed) answered()
      else if (exitCode !== exitCodes.connection) return false
      else {
        inARow++
        last = error
      }
      return inARow < most
    },
    outage: () => (hasAnswer ? undefined : last),
  }
}
