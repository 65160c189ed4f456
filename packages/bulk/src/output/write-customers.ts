import { toCsvRow } from '../results/csv-cell.ts'
import { writeAtomically } from './atomic-file-writer.ts'

/** A row of a list that {@link writeCustomers} writes: cells by the names of their columns, of which `customerId` is one. */
export type ListedCustomer = Readonly<Record<string, string>> & { readonly customerId: string }

/**
 * Writes a list of customers as CSV that `readCustomers` reads and no spreadsheet takes for formulas. The file appears once it is complete;
 * until then, whatever had its name stays.
 *
 * @param columns the names of the columns, in order; rows may lack cells
 * @returns how many customers were written.
 * @throws BulkError if the file cannot be written; what `customers` throws, as it is. No file is left then.
 */
export async function writeCustomers(
  path: string,
  columns: readonly string[],
  customers: Iterable<ListedCustomer> | AsyncIterable<ListedCustomer>,
): Promise<number> {
  let count = 0
  async function* rows(): AsyncGenerator<string> {
    // The mark at the start tells spreadsheets that the file is UTF-8.
    yield `\uFEFF${toCsvRow(columns)}`
    for await (const customer of customers) {
      yield toCsvRow(columns.map((column) => customer[column] ?? ''))
      count++
    }
  }
  await writeAtomically(path, rows())
  return count
}
