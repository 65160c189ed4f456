import {
  outcomeOf,
  type ProductUpgradesStatus,
  toText,
  type UpgradeOutcome,
  type UpgradesLineItem,
} from '@partner-upgrades/client'
import { headline } from '../terminal/headline.ts'
import type { Report } from '../terminal/report.ts'
import { toTable } from '../terminal/table.ts'
import { orUnknown } from './or-unknown.ts'

const kinds = { running: 'open', completed: 'good', partial: 'bad', failed: 'bad' } as const satisfies Record<
  UpgradeOutcome,
  string
>

/** Reports the status of an upgrade, with its line items. */
export function statusReport(answer: ProductUpgradesStatus, customerId: string): Report {
  const outcome = outcomeOf(answer)
  const { id, status, lineItems, errorDetails } = answer
  // A malformed item must not hide the rest.
  const items = Array.isArray(lineItems) ? lineItems.filter((item) => Object(item) === item) : []
  const error = toError(errorDetails)
  return {
    json: { ...answer, event: 'status', outcome, customerId },
    plain: [
      [`status: ${orUnknown(status)}`, error].filter(Boolean).join(', '),
      ...items.map(
        (item) =>
          `item: ${[...toCells(item), toText(item.upgradedDate), toError(item.errorDetails)].filter(Boolean).join(', ')}`,
      ),
    ],
    screen: (paint, width) => [
      ...headline(
        paint,
        width,
        kinds[outcome],
        orUnknown(status),
        `upgrade ${orUnknown(id)}`,
        ...(error ? [error] : []),
      ),
      ...(items.length > 0 && outcome !== 'running' ? ['', ...toTable(header, items.map(toRow), paint, width)] : []),
    ],
  }
}

const header = ['FROM', 'TO', 'STATUS', 'UPGRADED']

function nameOf(product: UpgradesLineItem['sourceProduct']): string {
  return orUnknown(product?.name)
}

function toCells({ sourceProduct, targetProduct, status }: UpgradesLineItem): readonly string[] {
  return [`${nameOf(sourceProduct)} -> ${nameOf(targetProduct)}`, orUnknown(status)]
}

/** A line item as a table row, to the second, which suffices for people. */
function toRow({
  sourceProduct,
  targetProduct,
  status,
  upgradedDate,
  errorDetails,
}: UpgradesLineItem): readonly string[] {
  const date = toText(upgradedDate)?.replace(/\.\d+Z$/, 'Z') ?? ''
  return [nameOf(sourceProduct), nameOf(targetProduct), toText(status) ?? '', toError(errorDetails) || date]
}

function toError(details: ProductUpgradesStatus['errorDetails']): string {
  const { code, description, message } = Object(details)
  return [toText(code), toText(description) ?? toText(message)].filter(Boolean).join(' ')
}
