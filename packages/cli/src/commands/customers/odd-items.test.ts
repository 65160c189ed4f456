import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { startOddService } from '../../../test/odd-service.ts'
import { setStage } from '../../../test/partner-center.ts'

const ids = Array.from({ length: 9 }, (_, index) => `4c721420-72ad-4708-a0a7-371a2f7b096${index}`)
const at = (index: number): string => ids[index] ?? ''
const itemOf = (id: unknown) => ({ id, companyProfile: { companyName: 'Contoso' }, relationshipToPartner: 'reseller' })
const legacy = { id: at(0), billingType: 'usage', offerId: 'MS-AZR-0145P', status: 'active' }

test.for<[what: string, item: unknown]>([
  ['null', null],
  ['a text', 'text'],
  ['a list', []],
  ['without an ID', itemOf(undefined)],
  ['with the ID null', itemOf(null)],
  ['with a number as its ID', itemOf(5)],
  ['with an ID that is no GUID', itemOf('../../../status')],
])('an item of the list, %s, is named, the others are listed, and the exit code is 1', async ([, item]) => {
  const cli = await startOddService((url) =>
    url.endsWith('/subscriptions') ? { items: [legacy] } : { items: [itemOf(at(0)), item, itemOf(at(1))] },
  )
  const { code, stdout, stderr } = await cli(['customers', '--legacy-azure'])
  expect(stdout.match(/^customer: .*$/gm)).toEqual(
    [at(0), at(1)].map((id) => `customer: ${id}, Contoso, 1 legacy Azure`),
  )
  expect(stdout).toContain('incomplete: 2 customers; left out: 1 without a valid ID\n')
  expect(stderr).toContain(`! The list has an item without a valid customer ID: ${JSON.stringify(item)}`)
  expect(code).toBe(1)
})

test('a long item without an ID is cut short', async () => {
  const cli = await startOddService(() => ({ items: [{ companyProfile: 'x'.repeat(10_000) }] }))
  expect((await cli(['customers'])).stderr.length).toBeLessThan(300)
})

test.for<[what: string, items: unknown, says: string]>([
  ['null among the subscriptions', [null, legacy], ', 1 legacy Azure'],
  ['subscriptions of unknown kinds', [{}, { billingType: 5, offerId: null }, 'text', legacy], ', 1 legacy Azure'],
  ['a status that is no text', [{ ...legacy, status: 5 }], ', 1 legacy Azure'],
])('%s does not keep the others from being counted', async ([, items, says]) => {
  const cli = await startOddService((url) => (url.endsWith('/subscriptions') ? { items } : { items: [itemOf(at(0))] }))
  const { code, stdout } = await cli(['customers', '--legacy-azure'])
  expect(stdout).toContain(`customer: ${at(0)}, Contoso${says}\n`)
  expect(code).toBe(0)
})

test('one customer whose subscriptions are unreadable does not hide the others', async () => {
  const cli = await startOddService((url) =>
    !url.endsWith('/subscriptions')
      ? { items: [itemOf(at(0)), itemOf(at(1))] }
      : url.includes(at(0))
        ? { items: 'none' }
        : { items: [legacy] },
  )
  const { code, stdout, stderr } = await cli(['customers', '--legacy-azure'])
  expect(stderr).toContain(`! ${at(0)}: The response has no list of items`)
  expect(stdout).toContain(`customer: ${at(1)}, Contoso, 1 legacy Azure\nincomplete: 1 customer; left out: 1 that `)
  expect(code).toBe(1)
})

test('one customer for whom the service always fails does not hide the others, in a file either', async () => {
  const { cli, mock, env } = await setStage({ customers: ids.slice(0, 3).map((id) => ({ id })) })
  mock.inject(faults.serverError(), { operation: 'listCustomerSubscriptions', customerId: at(1), every: 1 })
  const file = join(env.XDG_STATE_HOME ?? '', 'customers.csv')
  const { code, stdout, stderr } = await cli(['customers', '--legacy-azure', '--output', file])
  expect(stderr).toContain(`! ${at(1)}: listCustomerSubscriptions failed with 500`)
  expect(stdout).toContain('incomplete: 2 customers; left out: 1 that Partner Center returned an error for')
  const text = readFileSync(file, 'utf8')
  expect([at(0), at(1), at(2)].map((id) => text.includes(id))).toEqual([true, false, true])
  expect(code).toBe(1)
})

test.for([
  ['a single customer', 1],
  ['all customers', 9],
])('an outage that concerns %s is not theirs: the exit code is 5, and no file is written', async ([, count]) => {
  const { cli, mock, env } = await setStage({ customers: ids.slice(0, Number(count)).map((id) => ({ id })) })
  mock.inject(faults.serverError(), { operation: 'listCustomerSubscriptions', every: 1 })
  const file = join(env.XDG_STATE_HOME ?? '', 'customers.csv')
  const { code, stderr } = await cli(['customers', '--legacy-azure', '--output', file])
  expect(stderr).toMatch(/^✘ listCustomerSubscriptions failed with 500/m)
  expect(() => readFileSync(file)).toThrow('ENOENT')
  expect(code).toBe(5)
})
