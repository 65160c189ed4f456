import { outcomeOf, type UpgradeOutcome } from '@partner-upgrades/client'
import type { RecordedLineItem, RecordedProduct } from '../store/journal-entry.ts'
import type { Result } from './result.ts'

/** The maximum length of the text about line items, in UTF-16 code units: a cell of Excel holds 32,767, and quotes may double. */
const longest = 15_000

/** Returns whether a line item was moved (`completed`), not moved (`failed`), or neither. */
export function outcomeOfItem({ status = '' }: RecordedLineItem): UpgradeOutcome {
  return outcomeOf({ id: '', status })
}

/** Formats line items as one text: `Old product (ID) -> New product (ID): Completed 2019-08-29T23:47:28.8524555Z; …`. */
export function lineItemsText({ lineItems = [], lineItemsLeftOut = 0 }: Result): string {
  let text = ''
  for (const [index, item] of lineItems.entries()) {
    const next = `${index === 0 ? '' : '; '}${lineItemText(item)}`
    if (text.length + next.length > longest) return text + more(lineItems.length - index + lineItemsLeftOut)
    text += next
  }
  return text + more(lineItemsLeftOut)
}

/** Formats a line item as text. */
export function lineItemText({ sourceProduct, targetProduct, status, upgradedDate, reason }: RecordedLineItem): string {
  const why = reason && `(${[reason.code, reason.text].filter(Boolean).join(' ')})`
  const how = [status ?? 'without a status', upgradedDate, why].filter(Boolean).join(' ')
  return `${productText(sourceProduct)} -> ${productText(targetProduct)}: ${how}`
}

function productText({ id, name }: RecordedProduct = {}): string {
  return name && id ? `${name} (${id})` : (name ?? id ?? 'unknown')
}

function more(count: number): string {
  return count > 0 ? `; and ${count.toLocaleString('en')} more` : ''
}
