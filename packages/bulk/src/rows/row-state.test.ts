import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { createRowStates } from './row-state.ts'

test('a claim written after another worker has postponed the row does not count before the row is due', () => {
  const rows = createRowStates(createCustomers(1), 30_000)
  rows.apply('one', 1_000, { is: 'claimed', rows: [0] })
  rows.apply('one', 1_000, { is: 'postponed', row: 0, dueIn: 60_000, tries: 1, calls: [] })
  // The other worker picked the row just before.
  rows.apply('other', 1_000, { is: 'claimed', rows: [0] })
  expect(rows.isHeldBy(0, 'other')).toBe(false)
  rows.apply('other', 61_000, { is: 'claimed', rows: [0] })
  expect(rows.isHeldBy(0, 'other')).toBe(true)
})
