import type { ProductUpgradeRequest } from '@partner-upgrades/spec'
import { backoff } from './backoff.ts'
import type { Call } from './call.ts'
import { isFault, isPartnerCenterError, OutcomeUnknownError } from './errors.ts'
import { isGuid } from './guid.ts'
import type { Operations } from './operations.ts'
import { outcomeOf } from './outcome.ts'
import type { Settings } from './settings.ts'

/**
 * Creates an upgrade, and never a second one. Only what cannot have had an effect is sent again as it is; after any other end
 * without a clear answer, eligibility and status tell first whether the upgrade is there.
 *
 * @param adopt whether an upgrade that is there already will do
 * @returns the ID of the upgrade.
 * @throws OutcomeUnknownError if they cannot tell.
 */
export async function createOnce(
  call: Call,
  request: ProductUpgradeRequest,
  operations: Operations,
  { clock, random, retries }: Settings,
  adopt: boolean,
): Promise<string> {
  const { attempts, requestId, signal } = call

  /** The upgrade in place; nothing if another can be created; `null` if it cannot, and nobody says why. */
  async function find(): Promise<string | null | undefined> {
    const { upgradeId, isEligible } = await operations.checkEligibility(call, request)
    if (!isGuid(upgradeId)) return isEligible === true ? undefined : null
    const status = await operations.getStatus(call, { ...request, upgradeId })
    return isEligible && outcomeOf(status) === 'failed' ? undefined : upgradeId
  }

  const present = adopt && (await find())
  if (present) return present
  for (let doubts = 0; ; doubts++) {
    const before = attempts.length
    try {
      return await operations.create(call, request)
    } catch (cause) {
      const { status = 500 } = attempts[before] ? (attempts.at(-1) ?? {}) : { status: 0 }
      const known = isPartnerCenterError(cause) ? cause : undefined
      const fault = isFault(cause) ? cause : undefined
      const unknown = new OutcomeUnknownError(
        `It is not known whether the upgrade was created. Call ensure with this requestId: ${requestId}`,
        { cause },
      )
      // Never sent, or refused: there is no new upgrade.
      if (known?.unsent || status < 200 || (status >= 300 && status < 500 && status !== 408)) {
        // After a doubtful attempt, the upgrade in the way is the one it created.
        if (fault?.upgradeId && (adopt || doubts)) return fault.upgradeId
        // And a conflict that names none, or being throttled, says nothing certain of the one that is in doubt.
        throw !doubts || (fault && status !== 429 && status !== 409) ? cause : unknown
      }
      let found: string | null | undefined = null
      try {
        await clock.sleep(backoff(doubts, random()), signal)
        found = await find()
      } catch {
        // Then it stays unknown; the attempts show what was tried.
      }
      if (found) return found
      // What was accepted is there, even if it cannot be seen yet.
      if (found === null || status < 300 || doubts >= retries) throw unknown
    }
  }
}
