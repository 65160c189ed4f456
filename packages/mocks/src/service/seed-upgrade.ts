import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { toMilliseconds } from '../time/duration.ts'
import type { FindCustomer } from './customers.ts'
import {
  type Durations,
  endedUpgrade,
  type LineItemPlan,
  planUpgrade,
  type Upgrade,
  type UpgradeStatus,
} from './upgrade.ts'

/** An upgrade that is there from the start. It goes on from where it is, by the mock's clock. */
export interface SeedUpgrade {
  /** @default drawn from the seed */
  readonly id?: string
  readonly customerId: string
  /** @default 'Azure' */
  readonly productFamily?: string
  /**
   * How far it is.
   * @default 'Completed' where `completedAt` is given, else 'Pending'
   */
  readonly status?: UpgradeStatus
  /**
   * When it ended, in UTC; shown exactly as it stands here, with all its digits.
   * @default now, for an upgrade that has ended
   */
  readonly completedAt?: string
  /** @default one line item, as documented */
  readonly lineItems?: readonly LineItemPlan[]
}

/** Makes an upgrade of its seed. */
export function plantUpgrade(
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
  const items = status === 'Failed' ? planned.map((item) => ({ outcome: 'Failed' as const, ...item })) : planned
  if (status === 'Completed' || status === 'Failed') {
    const end = completedAt ?? new Date(clock.now()).toISOString().replace('Z', '0000Z')
    return endedUpgrade({ id, customerId, productFamily }, end, items)
  }
  const course = { pending: '30s', ...durations, ...own?.durations } as const
  const createdAt = clock.now() - (status === 'InProgress' ? toMilliseconds(course.pending) : 0)
  return planUpgrade({ id, customerId, productFamily, createdAt }, course, items)
}
