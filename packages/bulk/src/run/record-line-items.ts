import { outcomeOf, type ProductUpgradesStatus, type UpgradesLineItem } from '@partner-upgrades/client'
import { longestText } from '../store/entry-schema.ts'
import type { Ended, Reason, RecordedLineItem, RecordedProduct } from '../store/journal-entry.ts'

/** The members of an entry that describe line items. */
export type RecordedLineItems = Pick<Ended, 'lineItems' | 'lineItemsLeftOut'>

/** The longest ID, name, status or date that is kept, in UTF-16 code units. */
const longest = 200
/** The maximum size of one customer's line items, in characters of JSON: a line of the journal holds sixteen times that. */
const mostKept = 250_000

/** Converts the line items of a status for the journal. If there are too many, failed ones take precedence. */
export function recordLineItems(status: ProductUpgradesStatus): RecordedLineItems {
  // Unexpected values here must not cost the outcome of the upgrade.
  const given: readonly unknown[] = Array.isArray(status.lineItems) ? status.lineItems : []
  const items = given.filter((item): item is UpgradesLineItem => typeof item === 'object' && item !== null)
  if (items.length === 0) return {}
  const failedFirst = items
    .map((item, index) => ({ item: recordItem(item), index, failed: hasFailed(item) }))
    .sort((a, b) => Number(b.failed) - Number(a.failed))
  let size = 0
  const kept = failedFirst.filter(({ item }) => {
    size += JSON.stringify(item).length
    return size <= mostKept
  })
  const lineItems = kept.sort((a, b) => a.index - b.index).map(({ item }) => item)
  const leftOut = items.length - lineItems.length
  return { lineItems, ...(leftOut > 0 && { lineItemsLeftOut: leftOut }) }
}

function hasFailed({ status }: UpgradesLineItem): boolean {
  return outcomeOf({ id: '', status: status ?? '' }) === 'failed'
}

function recordItem(item: UpgradesLineItem): RecordedLineItem {
  const { sourceProduct, targetProduct, errorDetails } = item
  const [source, target] = [recordProduct(sourceProduct), recordProduct(targetProduct)]
  const [status, upgradedDate] = [short(item.status), short(item.upgradedDate)]
  const reason = recordReason(errorDetails)
  return {
    ...(source && { sourceProduct: source }),
    ...(target && { targetProduct: target }),
    ...(status && { status }),
    ...(upgradedDate && { upgradedDate }),
    ...(reason && { reason }),
  }
}

function recordProduct(product: unknown): RecordedProduct | undefined {
  const [id, name] = [short(Object(product).id), short(Object(product).name)]
  return id || name ? { ...(id && { id }), ...(name && { name }) } : undefined
}

function recordReason(details: unknown): Reason | undefined {
  const { code, message, description } = Object(details)
  const [said, fault] = [plain(message) ?? plain(description) ?? plain(details), short(code)]
  const text = said?.slice(0, longestText) ?? 'The service gives no reason.'
  return said || fault ? { text, ...(fault && { code: fault }) } : undefined
}

function short(value: unknown): string | undefined {
  return plain(value)?.slice(0, longest)
}

/** Returns a text or a number as text. Other values are dropped: they may be nested too deeply to be written. */
function plain(value: unknown): string | undefined {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? String(value) : undefined
}
