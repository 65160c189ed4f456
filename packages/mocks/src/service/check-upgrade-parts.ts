import { checkKeys, checkValue, type NamesOf } from '../input/check-input.ts'
import { toMilliseconds } from '../time/duration.ts'
import type { Durations, LineItemPlan } from './upgrade.ts'

const durationNames: NamesOf<Durations> = { pending: true, inProgress: true }
const itemNames: NamesOf<LineItemPlan> = { sourceProduct: true, targetProduct: true, outcome: true, errorDetails: true }
const outcomes: NamesOf<Record<NonNullable<LineItemPlan['outcome']>, true>> = { Completed: true, Failed: true }

/**
 * Checks the durations of upgrades.
 *
 * @throws MockUsageError for an unknown name.
 * @throws TypeError for an invalid duration.
 */
export function checkDurations(durations: Durations = {}): void {
  checkKeys('duration', durations, durationNames)
  for (const duration of [durations.pending, durations.inProgress]) if (duration !== undefined) toMilliseconds(duration)
}

/**
 * Checks the line items of an upgrade.
 *
 * @throws MockUsageError listing the known names.
 */
export function checkItems(items: readonly LineItemPlan[] = []): void {
  for (const item of items) {
    checkKeys('line item property', item, itemNames)
    checkValue('line item outcome', item.outcome, outcomes)
  }
}
