import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { toMilliseconds } from '../time/duration.ts'
import type { FindCustomer } from './customers.ts'
import {
  completeDurations,
  type Durations,
  endedUpgrade,
  type LineItemPlan,
  planUpgrade,
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

/** Makes an upgrade of its seed. */
export function createSeedUpgrade(
  seed: SeedUpgrade,
  {
    clock,
    random,
    durations,
    customer,
  }: {
    readonly clock: Clock
    readonly random: Random
    readonly durations: Durations
    readonly customer: FindCustomer
  },
): Upgrade {
  const { id = random.guid(), customerId, productFamily = 'Azure', completedAt } = seed
  const own = customer(customerId)
  const status = seed.status ?? (completedAt === undefined ? 'Pending' : 'Completed')
  const planned = seed.lineItems ?? own?.lineItems ?? [{}]
  const items =
    status === 'Failed' ? planned.map((item) => ({ ...item, outcome: item.outcome ?? ('Failed' as const) })) : planned
  if (status === 'Completed' || status === 'Failed') {
    const end = completedAt ?? new Date(clock.now()).toISOString().replace('Z', '0000Z')
    return endedUpgrade({ id, customerId, productFamily }, end, items)
  }
  const course = completeDurations(own?.durations, durations)
  const createdAt = clock.now() - (status === 'InProgress' ? toMilliseconds(course.pending) : 0)
  return planUpgrade({ id, customerId, productFamily, createdAt }, course, items)
}
