import { expect, test } from 'vitest'
import { parseCustomerState } from './customer-state.ts'

const id = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const upgrade = { upgradeId: id, customerId: id, productFamily: 'Azure', baseUrl: 'https://localhost' }

test.for([{}, { upgrade }, { upgrade, ended: true }, { ended: false }])('%j is a state', (state) => {
  expect(parseCustomerState(JSON.stringify(state))).toEqual(state)
})

test.for([
  '',
  '{',
  'null',
  '17',
  '"text"',
  ...[null, 17, 'text'].map((value) => JSON.stringify({ upgrade: value })),
  ...Object.keys(upgrade).map((name) => JSON.stringify({ upgrade: { ...upgrade, [name]: 17 } })),
  JSON.stringify({ upgrade: { ...upgrade, upgradeId: 'x' } }),
  JSON.stringify({ upgrade: { ...upgrade, customerId: 'x' } }),
  JSON.stringify({ upgrade, ended: 'yes' }),
  JSON.stringify({ upgrade, ended: null }),
])('%j is not a state', (text) => {
  expect(parseCustomerState(text)).toBeUndefined()
})
