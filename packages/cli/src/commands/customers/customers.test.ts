import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { setStage } from '../../../test/partner-center.ts'
import { shown } from '../../../test/shown.ts'
import { lookAt } from './listed-customer.ts'
import { customerEvent, endReport, tableReport } from './view.ts'

const contoso = {
  id: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  companyName: 'Contoso',
  domain: 'contoso.example',
  condition: 'suspendedSubscriptions',
} as const
const fabrikam = {
  id: '58e2af4f-0ad3-4688-8744-be2357cd939a',
  companyName: 'Fabrikam',
  domain: 'fabrikam.example',
  condition: 'noAzureSubscriptions',
  agreement: 'none',
} as const
const litware = {
  id: '11111111-2222-4333-8444-555555555555',
  companyName: '=Litware',
  agreement: 'confirmed',
  lineItems: [
    { sourceProduct: { id: '11111111-2222-4333-8444-555555555556', name: 'One' } },
    { sourceProduct: { id: '11111111-2222-4333-8444-555555555557', name: 'Two' } },
  ],
} as const
const advised = { id: '99999999-2222-4333-8444-555555555555', companyName: 'Adatum', relationshipToPartner: 'advisor' }

async function setCustomers() {
  const stage = await setStage({ customers: [contoso, fabrikam, litware, advised] })
  const folder = stage.env.XDG_STATE_HOME ?? ''
  return { ...stage, folder, file: join(folder, 'customers.csv') }
}

test('the customers that the partner sells to are listed, as lines and as a table', async () => {
  const { cli } = await setCustomers()
  const { code, stdout } = await cli(['customers'])
  expect(stdout).toBe(
    [
      `customer: ${contoso.id}, Contoso, contoso.example`,
      `customer: ${fabrikam.id}, Fabrikam, fabrikam.example`,
      `customer: ${litware.id}, =Litware, domain`,
      'listed: 3 customers; left out: 1 that you do not sell to',
      '',
    ].join('\n'),
  )
  expect(code).toBe(0)
  const { output } = await cli(['customers'], { terminal: 80 })
  expect(stripVTControlCharacters(output)).toMatch(
    /^CUSTOMER +COMPANY +DOMAIN\n4c721420\S+ +Contoso +contoso\.example\n(.*\n)*\n✔ Listed +3 customers\n +left out: 1 that you do not sell to\n$/,
  )
})

test('on a narrow screen, names are cut short and IDs are not', async () => {
  const { cli } = await setCustomers()
  const { output } = await cli(['customers', '--legacy-azure', '--agreement'], { terminal: 60 })
  const lines = stripVTControlCharacters(output).split('\n')
  expect(lines[1]?.startsWith(`${contoso.id}  `)).toBe(true)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
})

test('with --legacy-azure, only customers with legacy subscriptions are listed, with the number suspended', async () => {
  const { cli } = await setCustomers()
  const { stdout } = await cli(['customers', '--legacy-azure'])
  expect(stdout.split('\n')).toEqual([
    `customer: ${contoso.id}, Contoso, contoso.example, 1 legacy Azure, 1 suspended`,
    `customer: ${litware.id}, =Litware, domain, 2 legacy Azure`,
    'listed: 2 customers; left out: 1 without legacy Azure, 1 that you do not sell to',
    '',
  ])
})

test('with --agreement, either way of accepting counts', async () => {
  const { cli } = await setCustomers()
  const { stdout } = await cli(['customers', '--agreement', '--json'])
  const events = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events).toMatchObject([
    { event: 'customer', customerId: contoso.id, name: 'Contoso', domain: 'contoso.example', agreement: true },
    { event: 'customer', customerId: fabrikam.id, agreement: false },
    { event: 'customer', customerId: litware.id, agreement: true },
    { event: 'customers', listed: 3, customers: 4, notReseller: 1, withoutLegacyAzure: 0, refused: 0 },
  ])
})

test('the file that --output writes is a list for bulk', async () => {
  const { cli, file } = await setCustomers()
  const { code, stdout } = await cli(['customers', '--legacy-azure', '--agreement', '--output', file])
  expect(stdout).toBe(
    `listed: 2 customers; left out: 1 without legacy Azure, 1 that you do not sell to\nfile: ${file}\n`,
  )
  expect(code).toBe(0)
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '\uFEFF"customerId","name","legacyAzureSubscriptions","suspended","agreementAccepted"',
    `"${contoso.id}","Contoso","1","1","yes"`,
    `"${litware.id}","'=Litware","2","0","yes"`,
    '',
  ])
  expect((await cli(['bulk', file, '--dry-run'])).stdout).toContain('done: 1 ineligible, 1 eligible')
  const again = await cli(['customers', '--output', file])
  expect(again.stderr).toContain(`${file} exists already.`)
  expect(again.code).toBe(2)
})

test('the file says which customers have not accepted the agreement', async () => {
  const { cli, file } = await setCustomers()
  await cli(['customers', '--agreement', '--output', file])
  expect(readFileSync(file, 'utf8').split('\r\n')).toEqual([
    '\uFEFF"customerId","name","agreementAccepted"',
    `"${contoso.id}","Contoso","yes"`,
    `"${fabrikam.id}","Fabrikam","no"`,
    `"${litware.id}","'=Litware","yes"`,
    '',
  ])
})

test('--timeout limits how long each response is waited for', async () => {
  const { cli, mock } = await setCustomers()
  mock.inject(faults.stalled(), { operation: 'listCustomers', every: 1 })
  const { code, stderr } = await cli(['customers', '--timeout', '20ms'])
  expect(stderr).toMatch(/^✘ .*within 20 ms/)
  expect(code).toBe(5)
})

test('all pages are read, each customer is listed once, and --company filters by name', async () => {
  const { cli } = await setStage({ customers: 1_200 })
  const { stdout } = await cli(['customers', '--json'])
  const ids = stdout.match(/"customerId":"[^"]*"/g) ?? []
  const { customers, listed, notReseller } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  expect(new Set(ids).size).toBe(listed)
  expect([customers, listed + notReseller]).toEqual([1_200, 1_200])
  const some = (await cli(['customers', '--company', 'contoso b'])).stdout.trim().split('\n')
  expect(some.length).toBeGreaterThan(2)
  for (const line of some.slice(0, -1)) expect(line).toContain(', Contoso B')
})

test('a customer in the response twice is listed once', async () => {
  const { cli } = await setStage({ customers: [contoso, fabrikam, { ...contoso, id: contoso.id.toUpperCase() }] })
  const { stdout } = await cli(['customers'])
  expect(stdout.match(/^customer: 4c721420/gim)).toHaveLength(1)
  expect(stdout).toContain('listed: 2 customers\n')
})

test.each([
  ['first as an advisor', ['advisor', 'reseller']],
  ['first as a reseller', ['reseller', 'advisor']],
])('a customer in the response twice, %s, is listed as one that the partner sells to', async (_, relationships) => {
  const twice = relationships.map((relationshipToPartner) => ({ ...contoso, relationshipToPartner }))
  const { cli } = await setStage({ customers: [...twice, fabrikam] })
  const { stdout } = await cli(['customers', '--json'])
  expect(stdout.match(/"customerId":"4c721420/gi)).toHaveLength(1)
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ customers: 2, listed: 2, notReseller: 0 })
})

test('a customer with an error is named, the others are listed, and the exit code is 1', async () => {
  const { cli, mock } = await setCustomers()
  mock.inject(faults.fault('20002'), { operation: 'listCustomerSubscriptions', customerId: contoso.id })
  const { code, stdout, stderr } = await cli(['customers', '--legacy-azure'])
  expect(stderr).toMatch(new RegExp(`^! ${contoso.id}: listCustomerSubscriptions failed with 403 20002`))
  expect(stdout).toContain(`customer: ${litware.id}`)
  expect(stdout).toMatch(/^incomplete: 1 customer; left out: .*1 that Partner Center returned an error for$/m)
  expect(code).toBe(1)
})

test('an app-only token can list customers and subscriptions, but agreements exit with 3', async () => {
  const { cli, env } = await setStage({ customers: [contoso], tokens: [{ value: 'app', fault: 'appOnlyToken' }] })
  const own = { env: { ...env, PARTNER_CENTER_TOKEN: 'app' } }
  expect((await cli(['customers', '--legacy-azure'], own)).code).toBe(0)
  const { code, stderr } = await cli(['customers', '--agreement'], own)
  expect(stderr).toContain('900329')
  expect(code).toBe(3)
})

test('Ctrl-C ends the command with 130, without a file and without a retry', async () => {
  const { cli, clock, mock, file, folder } = await setCustomers()
  const controller = new AbortController()
  mock.inject(faults.stalled(), { operation: 'listCustomerSubscriptions' })
  const pressed = clock.sleep(5_000).then(() => controller.abort())
  const { code, stderr } = await cli(['customers', '--legacy-azure', '--output', file], { signal: controller.signal })
  await pressed
  expect(stderr).toMatch(/^✘ Interrupted\.\n {2}\d customers had been read\. Nothing was changed, and no file was/)
  expect(code).toBe(130)
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('a Retry-After beyond the time limit exits with 4, and no file is written', async () => {
  const { cli, mock, file, folder } = await setCustomers()
  mock.inject(faults.throttled({ retryAfter: 600 }), { operation: 'listCustomers', every: 1 })
  writeFileSync(join(folder, 'other.csv'), 'x')
  const { code, stderr } = await cli(['customers', '--output', file])
  expect(stderr).toContain('Rerun the command in 10 min 0 s.')
  expect(code).toBe(4)
  expect(existsSync(file)).toBe(false)
})

test('a file that cannot be written is named before anything is sent', async () => {
  const { cli, mock, folder } = await setCustomers()
  const { code, stderr } = await cli(['customers', '--output', join(folder, 'none', 'customers.csv')])
  expect(stderr).toMatch(/none\/customers\.csv cannot be written \(ENOENT/)
  expect(code).toBe(1)
  expect(mock.requests).toEqual([])
})

const counts = { listed: 1_200, customers: 2_000, notReseller: 0, withoutLegacyAzure: 0, refused: 0, invalid: 0 }

test.for<[what: string, change: Partial<typeof counts>, file: string | undefined, lines: string[], plain: string[]]>([
  ['all are listed', {}, undefined, ['✔ Listed        1,200 customers'], ['listed: 1,200 customers']],
  [
    'one is written to a file',
    { listed: 1 },
    'may.csv',
    ['✔ Listed        1 customer', 'may.csv', 'next: see who can be upgraded with bulk --dry-run'],
    ['listed: 1 customer', 'file: may.csv'],
  ],
  [
    'none is listed',
    { listed: 0 },
    'may.csv',
    ['✔ Listed        0 customers', 'may.csv'],
    ['listed: 0 customers', 'file: may.csv'],
  ],
  [
    'some are left out',
    { withoutLegacyAzure: 1_001, notReseller: 1_002, refused: 1_003, invalid: 1_004 },
    undefined,
    [
      '✘ Incomplete    1,200 customers',
      'left out: 1,001 without legacy Azure, 1,002 that you do not sell to, 1,003 that Partner Center returned an error for, 1,004 without a valid ID',
    ],
    [
      'incomplete: 1,200 customers; left out: 1,001 without legacy Azure, 1,002 that you do not sell to, 1,003 that Partner Center returned an error for, 1,004 without a valid ID',
    ],
  ],
])('when %s, the last lines say so', ([, change, file, [first = '', ...more], plain]) => {
  const report = endReport({ ...counts, ...change }, file)
  expect(shown(report, 200)).toEqual([first, ...more.map((line) => `${' '.repeat(16)}${line}`)])
  expect(report.plain).toEqual(plain)
  expect(report.json).toStrictEqual({ event: 'customers', ...counts, ...change, ...(file && { file }) })
})

test('the requested details are shown for each customer, and no customers make no table', () => {
  const both = { legacyAzure: true, agreement: true }
  const customer = { customerId: 'a', name: 'Contoso', domain: 'contoso.example' }
  const asked = { ...customer, legacyAzure: { count: 1_200, suspended: 1_001 }, agreement: false }
  const table = tableReport([asked, { ...asked, legacyAzure: { count: 2, suspended: 0 }, agreement: true }], both)
  expect(shown(table)).toEqual([
    'CUSTOMER  COMPANY  DOMAIN           LEGACY                  AGREEMENT',
    'a         Contoso  contoso.example  1,200, 1,001 suspended  not accepted',
    'a         Contoso  contoso.example  2                       accepted',
    '',
  ])
  expect(table.plain[0]).toBe(
    'customer: a, Contoso, contoso.example, 1,200 legacy Azure, 1,001 suspended, not accepted',
  )
  expect(tableReport([{ ...customer, domain: '' }], { legacyAzure: false, agreement: false }).plain).toEqual([
    'customer: a, Contoso',
  ])
  expect(shown(tableReport([], both))).toEqual([])
  const { json, plain } = customerEvent(asked)
  expect(json).toEqual({ event: 'customer', ...customer, legacyAzure: 1_200, suspended: 1_001, agreement: false })
  expect([plain, shown(customerEvent(asked))]).toEqual([[], []])
})

test('a customer without a profile has only an ID', async () => {
  const client = Object(undefined)
  const nothing = { legacyAzure: false, agreement: false }
  expect(await lookAt({ id: contoso.id.toUpperCase() }, nothing, client, AbortSignal.abort())).toEqual({
    customerId: contoso.id,
    name: '',
    domain: '',
  })
})
