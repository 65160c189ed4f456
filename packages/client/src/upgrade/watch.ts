import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { isFault, WaitDeadlineError } from '../errors/errors.ts'
import { isRetryable } from '../errors/is-retryable.ts'
import type { PollOptions, PollResult, WatchOptions } from '../options/poll-options.ts'
import type { Settings } from '../options/settings.ts'
import { validateOptions } from '../options/validate-input.ts'
import { outcomeOf } from '../protocol/outcome.ts'
import type { UpgradeReference } from '../protocol/upgrade-reference.ts'
import { startTimeout } from '../time/timeout-signal.ts'
import { toAborted } from '../transport/call.ts'
import { defined } from '../values/json.ts'
import { pollDelay } from './poll-delay.ts'

/** The number of polls in a row that may fail, each after its own retries, before watching ends with the error. */
const patience = 5

/** Interprets a status: the outcome, and when to poll again. */
export function toPollResult(
  status: ProductUpgradesStatus,
  upgrade: UpgradeReference,
  lastDelay: number | undefined,
  settings: Settings,
): PollResult {
  const outcome = outcomeOf(status)
  if (outcome !== 'running') return { status, outcome }
  const nextDelay = delayBefore(upgrade, lastDelay, settings)
  return nextDelay > 0 ? { status, outcome, nextDelay } : { status, outcome: 'deadlinePassed' }
}

/** Milliseconds until the next poll, but not beyond the deadline: 0 or less once it has passed. */
function delayBefore(
  { deadline }: UpgradeReference,
  lastDelay: number | undefined,
  { clock, random, minPollDelay, maxPollDelay }: Settings,
): number {
  const delay = pollDelay(lastDelay, random(), minPollDelay, maxPollDelay)
  return deadline ? Math.min(delay, Date.parse(deadline) - clock.now()) : delay
}

/** The latest time that a `Date` can represent. */
const endOfTime = 8.64e15

/** The same upgrade with a deadline `ms` milliseconds from now, unless it has an earlier one; `Infinity` sets none. */
export function withDeadline(upgrade: UpgradeReference, ms: number | undefined, { clock }: Settings): UpgradeReference {
  const end = clock.now() + (ms ?? Number.POSITIVE_INFINITY)
  if (end > endOfTime || Date.parse(upgrade.deadline ?? '') <= end) return upgrade
  return { ...upgrade, deadline: new Date(end).toISOString() }
}

/** Polls an upgrade until it ends, and yields each status that differs from the one before. */
export async function* watch(
  poll: (upgrade: UpgradeReference, options: PollOptions) => Promise<PollResult>,
  settings: Settings,
  upgrade: UpgradeReference,
  options: WatchOptions,
): AsyncGenerator<ProductUpgradesStatus, void, undefined> {
  validateOptions(options)
  const { signal, timeout } = options
  const { clock, settleFor } = settings
  const limited = withDeadline(upgrade, timeout, settings)
  let seen: string | undefined
  let failures = 0
  // The service may not show an accepted upgrade yet.
  const shownBy = clock.elapsed() + settleFor
  try {
    for (let delay: number | undefined; ; await clock.sleep(delay, signal)) {
      const left = Date.parse(limited.deadline ?? '') - clock.now()
      // A poll must not outlast the deadline; one that starts after the deadline is not limited by it.
      const timeoutSignal = left > 0 ? startTimeout(left, signal) : undefined
      const expired = (): unknown => timeoutSignal?.signal.aborted && !signal?.aborted
      const result = await poll(limited, defined({ signal: timeoutSignal?.signal ?? signal, lastDelay: delay }))
        .catch((error: unknown) => {
          const unseen = !seen && isFault(error) && error.status === 404
          const passes = isRetryable(error) ? ++failures <= patience : unseen && clock.elapsed() < shownBy
          if (!expired() && !passes) throw error
        })
        .finally(timeoutSignal?.clear)
      if (result) {
        failures = 0
        const text = JSON.stringify(result.status)
        if (text !== seen) yield result.status
        seen = text
        if (outcomeOf(result.status) !== 'running') return
      }
      delay = result?.nextDelay ?? delayBefore(limited, delay, settings)
      if (delay <= 0 || (!result && expired()))
        throw new WaitDeadlineError('The deadline passed; the upgrade is still running', {
          upgrade,
          status: seen && JSON.parse(seen),
        })
    }
  } catch (error) {
    throw toAborted(error, signal)
  }
}
