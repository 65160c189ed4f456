import { type Duration, toMilliseconds } from '../time/duration.ts'

/** A product before or after an upgrade. */
export interface Product {
  readonly id: string
  readonly name: string
}

/** What is wrong with an upgrade or a line item. */
export interface ErrorDetails {
  readonly code: string
  readonly description: string
}

/** One product that an upgrade replaces by another. */
export interface LineItemPlan {
  /** @default the documented `AzureSubscription` */
  readonly sourceProduct?: Product
  /** @default the documented `Microsoft Azure plan` */
  readonly targetProduct?: Product
  /**
   * How it will end.
   * @default 'Completed'
   */
  readonly outcome?: 'Completed' | 'Failed'
  /** What a failed item says. Nothing documents such codes: the default is inferred. */
  readonly errorDetails?: ErrorDetails
}

/** How long an upgrade takes. Nothing documents how long it really does. */
export interface Durations {
  /**
   * From the request to the start.
   * @default '30s'
   */
  readonly pending?: Duration
  /**
   * From the start to the end; the line items end one after the other, evenly.
   * @default '10m'
   */
  readonly inProgress?: Duration
}

/** A line item with its end. */
export interface LineItem {
  readonly sourceProduct: Product
  readonly targetProduct: Product
  readonly outcome: 'Completed' | 'Failed'
  readonly errorDetails: ErrorDetails
  readonly endsAt: number
  /** The end as text, with the seven digits that milliseconds cannot hold. */
  readonly upgradedDate: string
}

/** An upgrade: its whole course is settled when it is created; what it shows depends on the time. */
export interface Upgrade {
  readonly id: string
  /** In lower case. */
  readonly customerId: string
  readonly productFamily: string
  readonly createdAt: number
  readonly startsAt: number
  readonly lineItems: readonly LineItem[]
}

/** `Completed` is documented; the other spellings are inferred from the service's error texts. */
export type UpgradeStatus = 'Pending' | 'InProgress' | 'Completed' | 'Failed'

const documentedSource: Product = { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' }
const documentedTarget: Product = { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' }
const inferredError: ErrorDetails = { code: '900120', description: 'The line item could not be upgraded.' }

/** The course of a new upgrade. */
export function planUpgrade(
  basics: Pick<Upgrade, 'id' | 'customerId' | 'productFamily' | 'createdAt'>,
  { pending = '30s', inProgress = '10m' }: Durations = {},
  items: readonly LineItemPlan[] = [{}],
): Upgrade {
  const startsAt = basics.createdAt + toMilliseconds(pending)
  const step = toMilliseconds(inProgress) / items.length
  const lineItems = items.map((item, index): LineItem => {
    const endsAt = startsAt + Math.round(step * (index + 1))
    return { ...completeItem(item), endsAt, upgradedDate: toSevenDigits(endsAt) }
  })
  return { ...basics, startsAt, lineItems }
}

/** An upgrade that ended at a time given as text, which is kept to the last digit. */
export function endedUpgrade(
  basics: Pick<Upgrade, 'id' | 'customerId' | 'productFamily'>,
  upgradedDate: string,
  items: readonly LineItemPlan[] = [{}],
): Upgrade {
  const endsAt = Date.parse(upgradedDate)
  if (Number.isNaN(endsAt)) throw new TypeError(`Not a date and time in UTC: ${upgradedDate}`)
  const lineItems = items.map((item): LineItem => ({ ...completeItem(item), endsAt, upgradedDate }))
  return { ...basics, createdAt: endsAt, startsAt: endsAt, lineItems }
}

function completeItem(item: LineItemPlan): Omit<LineItem, 'endsAt' | 'upgradedDate'> {
  const { sourceProduct = documentedSource, targetProduct = documentedTarget } = item
  return {
    sourceProduct,
    targetProduct,
    outcome: item.outcome ?? 'Completed',
    errorDetails: item.errorDetails ?? inferredError,
  }
}

function toSevenDigits(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z')
}

/** The status of a whole upgrade. One that failed in part has failed (inferred). */
export function statusAt(upgrade: Upgrade, now: number): UpgradeStatus {
  if (now < upgrade.startsAt) return 'Pending'
  if (upgrade.lineItems.some(({ endsAt }) => now < endsAt)) return 'InProgress'
  return upgrade.lineItems.every(({ outcome }) => outcome === 'Completed') ? 'Completed' : 'Failed'
}

/** The status of one of its line items. */
export function itemStatusAt(upgrade: Upgrade, item: LineItem, now: number): UpgradeStatus {
  if (now < upgrade.startsAt) return 'Pending'
  return now < item.endsAt ? 'InProgress' : item.outcome
}
