import { BulkError } from '../errors.ts'
import { toCsvRow } from '../results/csv-cell.ts'
import { openAtomicFile } from './atomic-file-writer.ts'

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
  const unwritable = (cause: unknown): never => {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new BulkError(`${path} cannot be written (${why}).`, { cause })
  }
  const file = await openAtomicFile(path).catch(unwritable)
  let count = 0
  try {
    // The mark at the start tells spreadsheets that the file is UTF-8.
    await file.write(`\uFEFF${toCsvRow(columns)}`).catch(unwritable)
    for await (const customer of customers) {
      await file.write(toCsvRow(columns.map((column) => customer[column] ?? ''))).catch(unwritable)
      count++
    }
    await file.finish().catch(unwritable)
    await file.commit().catch(unwritable)
    return count
  } finally {
    await file.discard()
  }
}
