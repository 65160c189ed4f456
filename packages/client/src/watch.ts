import type { ProductUpgradesStatus } from '@partner-upgrades/spec'
import { pollDelay } from './backoff.ts'
import { toAborted } from './call.ts'
import { checkNamed } from './check.ts'
import { isPassing, WaitDeadlineError } from './errors.ts'
import type { PollOptions, PollResult, WatchOptions } from './follow.ts'
import { defined } from './json.ts'
import { outcomeOf } from './outcome.ts'
import type { UpgradeReference } from './reference.ts'
import { openScope } from './scope.ts'
import type { Settings } from './settings.ts'

/** So many looks in a row may fail, each after its own retries, before the watching ends with the error. */
const patience = 5

/** Judges what a look at an upgrade shows. */
export function judge(
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

/** Milliseconds before the next look, and not beyond the deadline: 0 or less if that is over. */
function delayBefore(
  { deadline }: UpgradeReference,
  lastDelay: number | undefined,
  { clock, random, minPollDelay, maxPollDelay }: Settings,
): number {
  const delay = pollDelay(lastDelay, random(), minPollDelay, maxPollDelay)
  return deadline ? Math.min(delay, Date.parse(deadline) - clock.now()) : delay
}

/** The last time there is a date for. */
const endOfTime = 8.64e15

/** The same upgrade, with its deadline so many milliseconds from now, if it has none that is earlier; `Infinity` is no deadline. */
export function hasten(upgrade: UpgradeReference, ms: number | undefined, { clock }: Settings): UpgradeReference {
  const end = clock.now() + (ms ?? Number.POSITIVE_INFINITY)
  if (end > endOfTime || Date.parse(upgrade.deadline ?? '') <= end) return upgrade
  return { ...upgrade, deadline: new Date(end).toISOString() }
}

/** Looks at an upgrade until it ends, and yields each look whose status differs from the one before. */
export async function* watch(
  poll: (upgrade: UpgradeReference, options: PollOptions) => Promise<PollResult>,
  settings: Settings,
  upgrade: UpgradeReference,
  { signal, timeout }: WatchOptions,
): AsyncGenerator<ProductUpgradesStatus, void, undefined> {
  checkNamed({ timeout })
  const limited = hasten(upgrade, timeout, settings)
  let seen: string | undefined
  let failures = 0
  try {
    for (let delay: number | undefined; ; await settings.clock.sleep(delay, signal)) {
      const left = Date.parse(limited.deadline ?? '') - settings.clock.now()
      // A look must not outlast the deadline; one that begins after it has all its time.
      const scope = left > 0 ? openScope(left, signal) : undefined
      const expired = (): unknown => scope?.signal.aborted && !signal?.aborted
      const result = await poll(limited, defined({ signal: scope?.signal ?? signal, lastDelay: delay }))
        .catch((error: unknown) => {
          if (!expired() && (++failures > patience || !isPassing(error))) throw error
        })
        .finally(scope?.end)
      if (result) {
        failures = 0
        const text = JSON.stringify(result.status)
        if (text !== seen) yield result.status
        seen = text
        if (outcomeOf(result.status) !== 'running') return
      }
      delay = result?.nextDelay ?? delayBefore(limited, delay, settings)
      if (delay <= 0 || (!result && expired()))
        throw new WaitDeadlineError('The upgrade goes on; the wait is over', {
          upgrade,
          status: seen && JSON.parse(seen),
        })
    }
  } catch (error) {
    throw toAborted(error, signal)
  }
}
