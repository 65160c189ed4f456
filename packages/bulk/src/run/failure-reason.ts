import { type ProductUpgradesStatus, toText } from '@partner-upgrades/client'
import type { Reason } from '../store/journal-entry.ts'

/** Returns why an upgrade failed wholly or in part, according to its status: its own error, or else that of a line item. */
export function failureReason({ status, errorDetails, lineItems }: ProductUpgradesStatus): Reason {
  const items: readonly unknown[] = Array.isArray(lineItems) ? lineItems : []
  const said = [errorDetails, ...items.map((item) => Object(item).errorDetails)].map(toReason).find(Boolean)
  return { text: `The upgrade is ${toText(status)}; the service gives no reason.`, ...said }
}

/** Reads error details, whatever types the service gave them. */
function toReason(details: unknown): Partial<Reason> | undefined {
  const { code, message, description } = Object(details)
  const text = toText(message) ?? toText(description) ?? (typeof details === 'string' ? toText(details) : undefined)
  const said = toText(code)
  return text || said ? { ...(text && { text }), ...(said && { code: said }) } : undefined
}
