import { toMilliseconds } from '../time/duration.ts'
import type { ServiceParts } from './service-parts.ts'
import {
  completeDurations,
  endedUpgrade,
  type LineItemPlan,
  planUpgrade,
  toSevenDigits,
  type Upgrade,
  type UpgradeStatus,
} from './upgrade.ts'

/** An upgrade that exists from the start. It progresses from its status by the mock's clock. */
export interface SeedUpgrade {
  /** The ID of the upgrade, a GUID. @default drawn from the seed */
  readonly id?: string | undefined
  /** The customer's ID, a GUID in any case. */
  readonly customerId: string
  /** The product family. @default 'Azure' */
  readonly productFamily?: string | undefined
  /**
   * The upgrade's status.
   * @default 'Completed' where `completedAt` is given, else 'Pending'
   */
  readonly status?: UpgradeStatus | undefined
  /**
   * When it ended, in UTC; responses repeat it to the last digit.
   * @default now, for an upgrade that has ended
   */
  readonly completedAt?: string | undefined
  /** The line items, and how each will end. @default one line item, as documented */
  readonly lineItems?: readonly LineItemPlan[] | undefined
}

/** Creates the upgrade that a seed describes. */
export function createSeedUpgrade(
  seed: SeedUpgrade,
  { clock, random, durations, customers }: Pick<ServiceParts, 'clock' | 'random' | 'durations' | 'customers'>,
): Upgrade {
  const { id = random.guid(), customerId, productFamily = 'Azure', completedAt } = seed
  const own = customers.find(customerId)
  const status = seed.status ?? (completedAt === undefined ? 'Pending' : 'Completed')
  const planned = seed.lineItems ?? own?.lineItems ?? [{}]
  const items =
    status === 'Failed' ? planned.map((item) => ({ ...item, outcome: item.outcome ?? ('Failed' as const) })) : planned
  if (status === 'Completed' || status === 'Failed') {
    const end = completedAt ?? toSevenDigits(clock.now())
    return endedUpgrade({ id, customerId, productFamily }, end, items)
  }
  const course = completeDurations(own?.durations, durations)
  const createdAt = clock.now() - (status === 'InProgress' ? toMilliseconds(course.pending) : 0)
  return planUpgrade({ id, customerId, productFamily, createdAt }, course, items)
}
