import { stringify } from 'csv-stringify/sync'
import type { Result } from './result.ts'

const columns = [
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
  'requests',
  'correlationIds',
] as const

/** Names the columns. The mark at the start tells spreadsheets that the file is UTF-8. */
export function csvHeader(): string {
  return `\uFEFF${columns.join(',')}\r\n`
}

/** Writes results as lines of CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function toCsv(results: readonly Result[]): string {
  const options = { columns: [...columns], escape_formulas: true, record_delimiter: 'windows' }
  return stringify(results.map(toCells), options)
}

function toCells(result: Result): Readonly<Record<(typeof columns)[number], string>> {
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
    requests: String(attempts.length),
    correlationIds: attempts.map(({ correlationId }) => correlationId).join(' '),
  }
}
