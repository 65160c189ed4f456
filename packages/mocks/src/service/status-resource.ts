import type { ProductUpgradesStatus, UpgradesLineItem } from '@partner-upgrades/spec'
import { itemStatusAt, type LineItem, statusAt, type Upgrade } from './upgrade.ts'

/** What the status operation shows of an upgrade: fields and their order as documented. */
export function toStatusResource(upgrade: Upgrade, now: number): ProductUpgradesStatus {
  const { id, productFamily, lineItems } = upgrade
  return {
    id,
    status: statusAt(upgrade, now),
    productFamily,
    lineItems: lineItems.map((item) => toLineItem(upgrade, item, now)),
  }
}

function toLineItem(upgrade: Upgrade, item: LineItem, now: number): UpgradesLineItem {
  const { sourceProduct, targetProduct, upgradedDate, errorDetails } = item
  const status = itemStatusAt(upgrade, item, now)
  return {
    sourceProduct,
    targetProduct,
    // Documented for a completed item only; that the others leave these fields out is inferred.
    ...(status === 'Completed' && { upgradedDate }),
    status,
    ...(status === 'Failed' && { errorDetails }),
  }
}
