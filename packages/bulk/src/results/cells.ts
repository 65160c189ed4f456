import { lineItemsText } from './line-items.ts'
import type { Result } from './result.ts'

/** The columns of results. The last is never empty: with another separator, LibreOffice takes `""` at a line end for an escaped quote. */
export const resultColumns = [
  'line',
  'customerId',
  'name',
  'productFamily',
  'outcome',
  'reasonCode',
  'reason',
  'whoMustAct',
  'whatToDo',
  'mayRunAgain',
  'requestId',
  'upgradeId',
  'adopted',
  'startedAt',
  'createdAt',
  'endedAt',
  'lineItems',
  'correlationIds',
  'requests',
] as const

/** The name of a column. */
export type ResultColumn = (typeof resultColumns)[number]

/** The maximum number of correlation IDs in a cell from each end of the list: a cell of Excel holds 32,767 characters. */
const mostIds = 400

/** Converts a result to cells. */
export function toCells(result: Result): Readonly<Record<ResultColumn, string>> {
  const { line, name = '', outcome, reason, mayRunAgain, adopted, requestId = '', upgradeId = '', attempts } = result
  const { startedAt = '', createdAt = '', endedAt = '', customerId, productFamily } = result
  return {
    line: String(line),
    customerId,
    name,
    productFamily,
    outcome,
    reasonCode: reason?.code ?? '',
    reason: reason?.text ?? '',
    whoMustAct: reason?.actor ?? '',
    whatToDo: reason?.remedy ?? '',
    mayRunAgain: mayRunAgain ? 'yes' : 'no',
    requestId,
    upgradeId,
    adopted: adopted === undefined ? '' : adopted ? 'yes' : 'no',
    startedAt,
    createdAt,
    endedAt,
    lineItems: lineItemsText(result),
    correlationIds: listed(attempts.map(({ correlationId }) => correlationId)),
    requests: String(attempts.length),
  }
}

/** Joins IDs; of very many, only the first and last ones. The audit file has them all. */
function listed(ids: readonly string[]): string {
  const shown = ids.length > 2 * mostIds ? [...ids.slice(0, mostIds), '…', ...ids.slice(-mostIds)] : ids
  return shown.join(' ')
}
