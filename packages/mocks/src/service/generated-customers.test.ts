import { expect, test } from 'vitest'
import { generateCustomers } from './generated-customers.ts'

const make = () => generateCustomers(2_000, 'a')

/** The share of each kind, in twentieths. */
function twentieths(kinds: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 20 / kinds.length
  return Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, Math.round(count)]))
}

test('of 20, about 12 can be upgraded; 2 have been, 2 have suspended subscriptions, 2 have no Azure and 2 are only advised', () => {
  const { customers, upgrades } = make()
  const upgraded = new Set(upgrades.map(({ customerId }) => customerId))
  const kinds = customers.map(({ id, condition, relationshipToPartner }) =>
    [upgraded.has(id) && 'upgraded', condition, relationshipToPartner].filter(Boolean).join(' and '),
  )
  expect(twentieths(kinds)).toEqual({
    '': 12,
    upgraded: 2,
    suspendedSubscriptions: 2,
    noAzureSubscriptions: 2,
    advisor: 2,
  })
})

test('one in five has not accepted the agreement; for some the partner has confirmed it, most have signed', () => {
  const {
    none,
    confirmed = 0,
    signed,
    ...others
  } = twentieths(make().customers.map(({ agreement = 'signed' }) => agreement))
  expect(none).toBe(4)
  expect(confirmed).toBeGreaterThan(0)
  expect(signed).toBeGreaterThan(confirmed)
  expect(others).toEqual({})
})

test('each has a unique ID, name and domain, and the domain is derived from the name', () => {
  const { customers } = make()
  expect(new Set(customers.map(({ id }) => id)).size).toBe(customers.length)
  for (const [index, { companyName = '', domain = '' }] of customers.entries()) {
    const [first, second, ...number] = companyName.split(' ')
    expect([first, second]).toEqual([expect.stringMatching(/^[A-Z][a-z]+$/), expect.stringMatching(/^[A-Z][a-z]+$/)])
    expect(number).toEqual([String(index + 1)])
    expect(domain).toBe(`${first}${second}${number}.onmicrosoft.com`.toLowerCase())
  }
})

test('each has one to three Azure subscriptions with unique IDs and distinct names', () => {
  const products = make().customers.map(({ lineItems = [] }) => lineItems.map(({ sourceProduct }) => sourceProduct))
  const names = products.map((all) => all.map((product) => product?.name).join(', '))
  expect([...new Set(names)].sort()).toEqual([
    'Microsoft Azure',
    'Microsoft Azure, Microsoft Azure 2',
    'Microsoft Azure, Microsoft Azure 2, Microsoft Azure 3',
  ])
  const ids = products.flat().map((product) => product?.id)
  expect(ids).not.toContain(undefined)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the same seed makes up the same customers, another seed different ones', () => {
  expect(make()).toEqual(make())
  expect(generateCustomers(20, 'a').customers).toEqual(make().customers.slice(0, 20))
  expect(generateCustomers(20, 'b').customers).not.toEqual(make().customers.slice(0, 20))
})
