import type { Customers } from '@partner-upgrades/customer-lists'
import { guidOf } from '@partner-upgrades/store-proof'

/** Creates a list of the given size without a file. */
export function createCustomers(size: number, hash = 'f'.repeat(64)): Customers {
  return {
    name: 'customers.csv',
    hash,
    size,
    notes: [],
    delimiter: ',',
    customerId: guidOf,
    productFamily: () => 'Azure',
    async *rows() {
      for (let row = 0; row < size; row++) {
        yield { line: row + 2, customerId: guidOf(row), productFamily: 'Azure', name: `Customer ${row}` }
      }
    },
  }
}
