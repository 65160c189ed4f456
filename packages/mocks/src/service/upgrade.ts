import { type Duration, toMilliseconds } from '../time/duration.ts'

/** A product before or after an upgrade. */
export interface Product {
  /** The product's ID, a GUID. */
  readonly id: string
  /** The product's display name. */
  readonly name: string
}

/** The error of an upgrade or a line item. */
export interface ErrorDetails {
  /** The error code. */
  readonly code: string
  /** The error in words. */
  readonly description: string
}

/** A line item of an upgrade: one product replaced by another. */
export interface LineItemPlan {
  /** The product to upgrade from. @default the documented `AzureSubscription` */
  readonly sourceProduct?: Product | undefined
  /** The product to upgrade to. @default the documented `Microsoft Azure plan` */
  readonly targetProduct?: Product | undefined
  /**
   * How the line item ends.
   * @default 'Completed'
   */
  readonly outcome?: 'Completed' | 'Failed' | undefined
  /** The error details of a failed line item. No such code is documented: the default is inferred. */
  readonly errorDetails?: ErrorDetails | undefined
}

/** How long a simulated upgrade takes. How long a real one takes is not documented. */
export interface Durations {
  /**
   * Time from the create to `InProgress`.
   * @default '30s'
   */
  readonly pending?: Duration | undefined
  /**
   * Time from `InProgress` to the end; the line items end one after the other, evenly spaced.
   * @default '10m'
   */
  readonly inProgress?: Duration | undefined
}

/** A line item with its outcome and the time at which it ends. */
export interface LineItem {
  /** The product that is replaced. */
  readonly sourceProduct: Product
  /** The product that replaces it. */
  readonly targetProduct: Product
  /** How the item ends. */
  readonly outcome: 'Completed' | 'Failed'
  /** The error details to show if the item fails. */
  readonly errorDetails: ErrorDetails
  /** When it ends: milliseconds since 1970 in UTC. */
  readonly endsAt: number
  /** The end as text, with seven fractional digits, more than milliseconds can hold. */
  readonly upgradedDate: string
}

/** An upgrade: its whole course is fixed when it is created; its status depends on the time. */
export interface Upgrade {
  /** The upgrade's ID, a GUID. */
  readonly id: string
  /** In lower case. */
  readonly customerId: string
  /** The product family, such as `Azure`. */
  readonly productFamily: string
  /** When it was created: milliseconds since 1970 in UTC. */
  readonly createdAt: number
  /** When it changes from pending to in progress: milliseconds since 1970 in UTC. */
  readonly startsAt: number
  /** Its line items, in the order in which they end. */
  readonly lineItems: readonly LineItem[]
}

/** `Completed` is documented; the other spellings are inferred from the service's error texts. */
export type UpgradeStatus = 'Pending' | 'InProgress' | 'Completed' | 'Failed'

/** The upgraded product in the documentation. */
export const documentedSource: Product = { id: 'b1beb621-3cad-4d7a-b360-62db33ce028e', name: 'AzureSubscription' }
const documentedTarget: Product = { id: 'd231908e-31c1-de0e-027b-bc5ce11f09d9', name: 'Microsoft Azure plan' }
const inferredError: ErrorDetails = { code: '900120', description: 'The line item could not be upgraded.' }

/** Durations with no value missing. */
export type CompleteDurations = Readonly<Record<keyof Durations, Duration>>

/** The durations that apply: a customer's own, else those of the mock, else the defaults. */
export function completeDurations(own: Durations = {}, general: Durations = {}): CompleteDurations {
  const { pending = general.pending ?? '30s', inProgress = general.inProgress ?? '10m' } = own
  return { pending, inProgress }
}

/** Plans the course of a new upgrade. */
export function planUpgrade(
  basics: Pick<Upgrade, 'id' | 'customerId' | 'productFamily' | 'createdAt'>,
  { pending, inProgress }: CompleteDurations,
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

/** Creates an upgrade that ended at a time given as text, of which every digit is kept. */
export function endedUpgrade(
  basics: Pick<Upgrade, 'id' | 'customerId' | 'productFamily'>,
  upgradedDate: string,
  items: readonly LineItemPlan[] = [{}],
): Upgrade {
  const endsAt = Date.parse(upgradedDate)
  if (Number.isNaN(endsAt)) throw new TypeError(`Invalid date and time in UTC: ${upgradedDate}`)
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

/** Formats a time as the service writes it. */
export function toSevenDigits(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z')
}

/** The status of a whole upgrade. An upgrade that failed in part has failed (inferred). */
export function statusAt(upgrade: Upgrade, now: number): UpgradeStatus {
  if (now < upgrade.startsAt) return 'Pending'
  if (upgrade.lineItems.some(({ endsAt }) => now < endsAt)) return 'InProgress'
  return upgrade.lineItems.every(({ outcome }) => outcome === 'Completed') ? 'Completed' : 'Failed'
}

/** The status of one line item of an upgrade. */
export function itemStatusAt(upgrade: Upgrade, item: LineItem, now: number): UpgradeStatus {
  if (now < upgrade.startsAt) return 'Pending'
  return now < item.endsAt ? 'InProgress' : item.outcome
}
