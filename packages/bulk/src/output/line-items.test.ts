import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { parse } from 'csv-parse/sync'
import { expect, onTestFinished, test } from 'vitest'
import { type UpgradeCustomersOptions, upgradeCustomers } from '../upgrade-customers.ts'

type Fetch = NonNullable<UpgradeCustomersOptions['client']['fetch']>

/** Runs a list of one customer to its end; returns functions that read its files. */
async function runOne(fetchOf: (fetch: Fetch) => Fetch = (fetch) => fetch) {
  const folder = mkdtempSync(join(tmpdir(), 'items-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const { fetch, clock, requests } = createPartnerCenterMock({
    clock: createClock({ auto: true }),
    customers: [
      {
        id: guidOf(0),
        lineItems: [
          { outcome: 'Completed' },
          { outcome: 'Failed', errorDetails: { code: '900113', description: 'Subscription is locked' } },
        ],
      },
    ],
  })
  const file = join(folder, 'customers.csv')
  writeFileSync(file, `customerId,name\n${guidOf(0)},Litware\n`)
  const run = () =>
    upgradeCustomers({
      file,
      stateFolder: join(folder, 'state'),
      client: { credential: 'token', fetch: fetchOf(fetch), clock },
    })
  const { journal } = await run()
  const read = (name: string): string => readFileSync(join(folder, `customers.${name}`), 'utf8')
  const jsonLines = (name: string) =>
    read(name)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  return { read, jsonLines, run, journal, requests }
}

/** Replaces the line items in the status of an upgrade, and makes it a failed one. */
const withLineItems =
  (lineItems: unknown) =>
  (fetch: Fetch): Fetch =>
  async (url, init) => {
    const response = await fetch(url, init)
    if (!/status$/.test(String(url))) return response
    return Response.json({ ...JSON.parse(await response.text()), status: 'Failed', lineItems })
  }

test('the products of a partial upgrade are in the JSON Lines, the CSV, the page, the audit file and the journal', async () => {
  const { read, jsonLines } = await runOne()
  const [result] = jsonLines('results.jsonl')
  const [moved, locked] = result.lineItems
  expect(result.outcome).toBe('partial')
  expect(moved).toEqual({
    sourceProduct: { id: expect.any(String), name: 'AzureSubscription' },
    targetProduct: { id: expect.any(String), name: 'Microsoft Azure plan' },
    status: 'Completed',
    upgradedDate: expect.stringMatching(/^\d{4}-.*Z$/),
  })
  expect(locked).toMatchObject({ status: 'Failed', reason: { code: '900113', text: 'Subscription is locked' } })
  const [row = {}]: Record<string, string>[] = parse(read('results.csv'), { bom: true, columns: true })
  expect(row.lineItems).toBe(
    `AzureSubscription (${moved.sourceProduct.id}) -> Microsoft Azure plan (${moved.targetProduct.id}): Completed ${moved.upgradedDate}; AzureSubscription (${locked.sourceProduct.id}) -> Microsoft Azure plan (${locked.targetProduct.id}): Failed (900113 Subscription is locked)`,
  )
  expect(read('report.html')).toContain('Failed (900113 Subscription is locked)')
  expect(read('report.html')).toContain('1 moved, 1 not moved')
  expect(jsonLines('audit.jsonl')[1].lineItems).toEqual(result.lineItems)
  expect(jsonLines('journal.jsonl').find(({ is }) => is === 'ended').lineItems).toEqual(result.lineItems)
})

test('files that are rewritten from the journal contain them, too', async () => {
  const { read, run, requests } = await runOne()
  const [csv, asked] = [read('results.csv'), requests.length]
  await run()
  expect(read('results.csv')).toBe(csv)
  expect(requests).toHaveLength(asked)
})

test('of very many line items, failed ones are kept, and the results say how many are left out', async () => {
  const name = 'x'.repeat(500)
  const items = Array.from({ length: 1_500 }, (_, index) => ({
    sourceProduct: { id: String(index), name },
    status: index === 1_499 ? 'Failed' : 'Completed',
  }))
  const { jsonLines, read } = await runOne(withLineItems(items))
  const [{ outcome, lineItems, lineItemsLeftOut }] = jsonLines('results.jsonl')
  expect(outcome).toBe('partial')
  expect(lineItems.length + lineItemsLeftOut).toBe(1_500)
  expect(lineItems.at(-1)).toMatchObject({ sourceProduct: { id: '1499' }, status: 'Failed' })
  const [row = {}]: Record<string, string>[] = parse(read('results.csv'), { bom: true, columns: true })
  const [listed = '', more = ''] = row.lineItems?.split('; and ') ?? []
  expect(listed.length).toBeLessThan(16_000)
  expect(listed.split('; ').length + Number.parseInt(more.replace(',', ''), 10)).toBe(1_500)
})

test.for([
  'none',
  7,
  { 0: 'x' },
  [null, 'x', 7],
  [{ sourceProduct: 'x', targetProduct: [], status: {}, upgradedDate: 7, errorDetails: [[]] }],
  [{ sourceProduct: { name: '\ud83d' }, errorDetails: { code: 5 } }],
])('invalid line items (%j) do not change the outcome', async (lineItems) => {
  const { jsonLines } = await runOne(withLineItems(lineItems))
  expect(jsonLines('results.jsonl')[0].outcome).toBe('failed')
})

test('a product name that is a formula to a spreadsheet is text in the CSV', async () => {
  const { read } = await runOne(withLineItems([{ status: 'Failed' }, { sourceProduct: { name: '=1+1' } }]))
  expect(read('results.csv')).toContain("; '=1+1 ->")
})
