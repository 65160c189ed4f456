import { findColumns } from './column-names.ts'
import { toCustomerId } from './customer-id.ts'
import { isPreamble } from './delimiter.ts'
import { isBlank } from './invisible.ts'
import type { Notes } from './notes.ts'
import type { ParsedLine, ParsedRow } from './parsed-row.ts'

/** The maximum number of columns that a message names: a file that is not a list may have any number. */
const mostNamed = 20

/** Assigns the column names of the first row to the other rows. If the first row starts with a customer ID, there is no header. */
export async function* tabulate(
  lines: AsyncIterable<ParsedLine>,
  notes: Notes,
): AsyncGenerator<ParsedRow, void, undefined> {
  let columns: readonly string[] | undefined
  let headerless = false
  for await (const parsed of lines) {
    if (parsed.problem !== undefined) {
      yield parsed
      continue
    }
    const { line, cells } = parsed
    if (cells.every(isBlank)) {
      yield { line, blank: true }
    } else if (columns !== undefined) {
      yield headerless ? { line, columns, cells } : toRow(line, columns, cells)
    } else if (toCustomerId(cells[0]) !== undefined) {
      headerless = true
      columns = ['customerId']
      notes.told('No header: the first column was taken as the customer ID.')
      yield { line, columns, cells }
    } else if (!isPreamble(toName(cells[0]))) {
      columns = cells.map(toName)
      if (findColumns(columns) === undefined) {
        yield { line, problem: missingColumn(columns) }
        // Every following line would have the same problem.
        return
      }
    }
  }
}

function toRow(line: number, columns: readonly string[], cells: readonly unknown[]): ParsedRow {
  // Spreadsheets may leave out cells at the end of a row, or add empty ones.
  if (cells.slice(columns.length).every(isBlank)) return { line, columns, cells }
  return { line, problem: `${cells.length} columns, but the first line has ${columns.length}` }
}

function toName(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : isBlank(cell) ? '' : String(cell)
}

function missingColumn(columns: readonly string[]): string {
  const named = columns.filter((name) => name !== '').map((name) => JSON.stringify(name))
  const found = [...named.slice(0, mostNamed), ...(named.length > mostNamed ? ['…'] : [])].join(', ')
  return `no column with the customer ID: call it customerId, Microsoft ID, Customer ID or TenantId; found ${found}`
}
