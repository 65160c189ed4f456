import {
  outcomeOf,
  type ProductUpgradesStatus,
  type UpgradeOutcome,
  type UpgradesLineItem,
} from '@partner-upgrades/client'
import { printable } from '../printable.ts'
import { headline } from './headline.ts'
import type { Report } from './report.ts'
import { toTable } from './table.ts'

const kinds = { running: 'open', completed: 'good', partial: 'bad', failed: 'bad' } as const satisfies Record<
  UpgradeOutcome,
  string
>

/** Tells how an upgrade stands, with its line items. */
export function statusReport(answer: ProductUpgradesStatus, customerId: string): Report {
  const outcome = outcomeOf(answer)
  const { id, status, lineItems, errorDetails } = printable(answer)
  const items = lineItems ?? []
  const error = toError(errorDetails)
  return {
    json: { ...answer, event: 'status', outcome, customerId },
    plain: [
      [`status: ${status}`, error].filter(Boolean).join(', '),
      ...items.map(
        (item) =>
          `item: ${[...toCells(item), item.upgradedDate, toError(item.errorDetails)].filter(Boolean).join(', ')}`,
      ),
    ],
    screen: (paint, width) => [
      ...headline(paint, width, kinds[outcome], status, `upgrade ${id}`, ...(error ? [error] : [])),
      ...(items.length > 0 && outcome !== 'running' ? ['', ...toTable(header, items.map(toRow), paint, width)] : []),
    ],
  }
}

const header = ['FROM', 'TO', 'STATUS', 'UPGRADED']

function toCells({ sourceProduct, targetProduct, status }: UpgradesLineItem): readonly string[] {
  return [`${sourceProduct?.name ?? 'unknown'} -> ${targetProduct?.name ?? 'unknown'}`, status ?? 'unknown']
}

/** Whole seconds do for people. */
function toRow({
  sourceProduct,
  targetProduct,
  status,
  upgradedDate,
  errorDetails,
}: UpgradesLineItem): readonly string[] {
  const date = upgradedDate?.replace(/\.\d+Z$/, 'Z') ?? ''
  return [sourceProduct?.name ?? '', targetProduct?.name ?? '', status ?? '', toError(errorDetails) || date]
}

function toError(details: ProductUpgradesStatus['errorDetails']): string {
  return details ? [details.code, details.description ?? details.message].filter(Boolean).join(' ') : ''
}
