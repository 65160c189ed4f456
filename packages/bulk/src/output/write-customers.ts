import { toCsvRow } from '../results/csv-cell.ts'
import { writeAtomically } from './atomic-file-writer.ts'

/** A row of a list for {@link writeCustomers}: cells by column name, including `customerId`. */
export type ListedCustomer = Readonly<Record<string, string>> & { readonly customerId: string }

/**
 * Writes a list of customers as CSV, for `readCustomers` and without formulas for spreadsheets. The file appears only once it is complete;
 * until then, an existing file with that name stays.
 *
 * @param columns the names of the columns, in order; cells that a row lacks are empty
 * @returns the number of customers written.
 * @throws BulkError if the file cannot be written; errors of `customers`, unchanged. No temporary file is left behind.
 */
export async function writeCustomers(
  path: string,
  columns: readonly string[],
  customers: Iterable<ListedCustomer> | AsyncIterable<ListedCustomer>,
): Promise<number> {
  let count = 0
  async function* rows(): AsyncGenerator<string> {
    // The byte order mark tells spreadsheets that the file is UTF-8.
    yield `\uFEFF${toCsvRow(columns)}`
    for await (const customer of customers) {
      yield toCsvRow(columns.map((column) => customer[column] ?? ''))
      count++
    }
  }
  await writeAtomically(path, rows())
  return count
}
