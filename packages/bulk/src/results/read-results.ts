import type { Customers } from '@partner-upgrades/customer-lists'
import type { Store } from '../store/store.ts'
import { type Result, toResult } from './result.ts'

/**
 * Reads the result of each customer, in the order of the list.
 *
 * @throws ListError if the list has changed.
 */
export async function* readResults(
  customers: Pick<Customers, 'rows'>,
  store: Pick<Store, 'histories'>,
): AsyncGenerator<Result, void, undefined> {
  const histories = store.histories()[Symbol.asyncIterator]()
  for await (const row of customers.rows()) {
    const { value, done } = await histories.next()
    if (!done) yield toResult(row, value)
  }
}
