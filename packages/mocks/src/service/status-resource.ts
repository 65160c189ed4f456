import type { ProductUpgradesStatus, UpgradesLineItem } from '@partner-upgrades/spec'
import { type Exactly, exactly } from '../contract/exactly.ts'
import { itemStatusAt, type LineItem, statusAt, type Upgrade } from './upgrade.ts'

const toStatus = exactly<ProductUpgradesStatus>()
const toItem = exactly<UpgradesLineItem>()

/** The status resource of an upgrade, with the fields and their order as documented. */
export function toStatusResource(upgrade: Upgrade, now: number): Exactly<ProductUpgradesStatus> {
  const { id, productFamily, lineItems } = upgrade
  return toStatus({
    id,
    status: statusAt(upgrade, now),
    productFamily,
    lineItems: lineItems.map((item) => toLineItem(upgrade, item, now)),
  })
}

function toLineItem(upgrade: Upgrade, item: LineItem, now: number): Exactly<UpgradesLineItem> {
  const { sourceProduct, targetProduct, upgradedDate, errorDetails } = item
  const status = itemStatusAt(upgrade, item, now)
  return toItem({
    sourceProduct,
    targetProduct,
    // Documented for a completed item only; that other items omit these fields is inferred.
    ...(status === 'Completed' && { upgradedDate }),
    status,
    ...(status === 'Failed' && { errorDetails }),
  })
}
