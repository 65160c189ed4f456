import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { toResult } from '../results/result.ts'
import { type UpgradedCustomers, upgradeCustomers } from '../upgrade-customers.ts'

const folder = mkdtempSync(join(tmpdir(), 'results-'))
const stateFolder = mkdtempSync(join(tmpdir(), 'state-'))
const names = ['Contoso', '=HYPERLINK("http://evil.example")', '+1', '-1', '@SUM(A1)', 'Müller & <b>Söhne</b>', '\t=1']
const partnerCenter = createPartnerCenterMock({
  clock: createClock({ auto: true }),
  customers: names.map((_, row) => ({ id: guidOf(row), ...(row === 5 && { condition: '900105' }) })),
})
let upgraded: UpgradedCustomers

beforeAll(async () => {
  const file = join(folder, 'customers.csv')
  const cells = names.map((name, row) => `${guidOf(row)},"${name.replaceAll('"', '""')}"\n`)
  writeFileSync(file, `customerId,name\n${cells.join('')}`)
  partnerCenter.inject(faults.acceptedThenDropped(), { operation: 'createProductUpgrade', nth: 2 })
  const { fetch, clock } = partnerCenter
  upgraded = await upgradeCustomers({ file, stateFolder, client: { credential: 'a-secret-token', fetch, clock } })
})
afterAll(() => {
  for (const each of [folder, stateFolder]) rmSync(each, { recursive: true })
})

const textOf = (name: string): string => readFileSync(join(folder, `customers.${name}`), 'utf8')
const linesOf = (name: string) =>
  textOf(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

test('the journal and the results are next to the list, and nothing else is', () => {
  expect(readdirSync(folder).sort()).toEqual([
    'customers.audit.jsonl',
    'customers.csv',
    'customers.journal.jsonl',
    'customers.report.html',
    'customers.results.csv',
    'customers.results.jsonl',
  ])
  expect(upgraded.progress.ended).toMatchObject({ completed: 6, ineligible: 1 })
})

test('no file holds a token', () => {
  for (const name of readdirSync(folder))
    expect(readFileSync(join(folder, name), 'utf8')).not.toContain('a-secret-token')
})

test('the CSV has a line for each customer, in the order of the list', () => {
  const rows: Record<string, string>[] = parse(textOf('results.csv'), { bom: true, columns: true })
  expect(rows.map(({ customerId }) => customerId)).toEqual(names.map((_, row) => guidOf(row)))
  expect(rows.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('completed'), 'ineligible', 'completed'])
  expect(rows[5]).toMatchObject({ line: '7', reasonCode: '900105', whoMustAct: 'partner', mayRunAgain: 'yes' })
})

test('no cell of the CSV is a formula in a spreadsheet', () => {
  const rows: string[][] = parse(textOf('results.csv'), { bom: true })
  const risky = rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))
  expect(risky).toEqual([])
  expect(rows[2]?.[2]).toBe(`'${names[1]}`)
})

test('the CSV has a byte order mark, which tells spreadsheets that it is UTF-8', () => {
  expect([...readFileSync(join(folder, 'customers.results.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(textOf('results.csv')).toContain('Müller')
})

test('the JSON Lines match the CSV', () => {
  const rows: Record<string, string>[] = parse(textOf('results.csv'), { bom: true, columns: true })
  const columns = [
    'customerId',
    'productFamily',
    'outcome',
    'requestId',
    'upgradeId',
    'startedAt',
    'createdAt',
    'endedAt',
  ]
  const results = linesOf('results.jsonl')
  expect(results.map((result) => columns.map((column) => result[column] ?? ''))).toEqual(
    rows.map((row) => columns.map((column) => row[column])),
  )
  expect(results.map(({ adopted, correlationIds }) => [adopted, correlationIds.join(' ')])).toEqual(
    rows.map(({ adopted, correlationIds }) => [adopted === '' ? undefined : adopted === 'yes', correlationIds]),
  )
})

test('the results say when a customer was first checked, when the upgrade was created, and when it ended', () => {
  const [first, , , , , ineligible] = linesOf('results.jsonl')
  expect(Date.parse(first.createdAt)).toBeGreaterThanOrEqual(Date.parse(first.startedAt))
  expect(Date.parse(first.endedAt)).toBeGreaterThan(Date.parse(first.createdAt))
  expect(ineligible.createdAt).toBeUndefined()
})

test('the audit file lists every request that the service received, and nothing else', () => {
  const [run, ...records] = linesOf('audit.jsonl')
  const customers = records.filter(({ record }) => record === 'customer')
  expect(run).toMatchObject({
    record: 'run',
    list: 'customers.csv',
    customers: 7,
    service: 'https://api.partnercenter.microsoft.com',
  })
  expect(run.sha256).toBe(createHash('sha256').update(textOf('csv')).digest('hex'))
  const told: string[] = customers.flatMap(({ calls }) =>
    calls.flatMap(({ attempts }: { attempts: { correlationId: string }[] }) =>
      attempts.map(({ correlationId }) => correlationId),
    ),
  )
  expect(told.sort()).toEqual(partnerCenter.requests.map(({ correlationId }) => correlationId).sort())
})

test('the audit file is sealed: its last line is the hash of the lines above', () => {
  const text = textOf('audit.jsonl')
  const end = text.trimEnd().lastIndexOf('\n') + 1
  expect(JSON.parse(text.slice(end))).toEqual({
    record: 'end',
    number: 12,
    customers: 7,
    sha256: createHash('sha256').update(text.slice(0, end)).digest('hex'),
    lineSha256: expect.stringMatching(/^[\da-f]{64}$/),
  })
})

test('the page shows names unchanged, makes no request, and runs no script', () => {
  const page = textOf('report.html')
  expect(page).toContain('6 of 7 customers have been upgraded.')
  expect(page).toContain('Müller &amp; &lt;b&gt;Söhne&lt;/b&gt;')
  expect(page).toContain('Reactivate or cancel the suspended Azure subscriptions')
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\son\w+=|(src|href)=/)
})

test('the same command again sends nothing, and writes the same results', async () => {
  const before = [textOf('results.csv'), textOf('results.jsonl')]
  const asked = partnerCenter.requests.length
  const { fetch, clock } = partnerCenter
  await upgradeCustomers({
    file: join(folder, 'customers.csv'),
    stateFolder,
    client: { credential: 't', fetch, clock },
  })
  expect(partnerCenter.requests).toHaveLength(asked)
  expect([textOf('results.csv'), textOf('results.jsonl')]).toEqual(before)
})

test.for(['results.csv', 'results.jsonl', 'report.html', 'audit.jsonl'])(
  'if customers.%s cannot be replaced, no half-written file remains, and the same command fixes it',
  async (name) => {
    const own = mkdtempSync(join(tmpdir(), 'results-'))
    onTestFinished(() => rmSync(own, { recursive: true }))
    const { fetch, clock } = partnerCenter
    const list = join(folder, 'customers.csv')
    const journal = join(folder, 'customers.journal.jsonl')
    const writeAgain = () =>
      upgradeCustomers({ file: list, folder: own, stateFolder, journal, client: { credential: 't', fetch, clock } })
    const asked = partnerCenter.requests.length
    await writeAgain()
    rmSync(join(own, `customers.${name}`))
    mkdirSync(join(own, `customers.${name}`))
    await expect(writeAgain()).rejects.toThrow(
      /results could not be written.*Everything is in the journal: run the same command again/,
    )
    expect(readdirSync(own).filter((file) => file.startsWith('.'))).toEqual([])
    // Its presence would tell readers that the results belong together.
    const audit = statSync(join(own, 'customers.audit.jsonl'), { throwIfNoEntry: false })
    expect(audit?.isFile() ?? false).toBe(false)
    rmdirSync(join(own, `customers.${name}`))
    await writeAgain()
    expect(partnerCenter.requests).toHaveLength(asked)
    for (const each of ['results.csv', 'results.jsonl'])
      expect(readFileSync(join(own, `customers.${each}`), 'utf8')).toBe(textOf(each))
    expect(existsSync(join(own, 'customers.audit.jsonl'))).toBe(true)
  },
)

test('if the folder of the results cannot be created, the error says what to do', async () => {
  const { fetch, clock } = partnerCenter
  const blocked = join(folder, 'blocked')
  writeFileSync(blocked, 'a file where a folder should be')
  onTestFinished(() => rmSync(blocked))
  const client = { credential: 't', fetch, clock }
  const journal = join(folder, 'customers.journal.jsonl')
  const file = join(folder, 'customers.csv')
  await expect(upgradeCustomers({ file, folder: blocked, stateFolder, journal, client })).rejects.toThrow(
    /results could not be written.*Everything is in the journal: run the same command again/,
  )
  expect(readFileSync(blocked, 'utf8')).toBe('a file where a folder should be')
})

test('a create whose response was never read because the program stopped is recorded as lost', () => {
  const ids = { requestId: guidOf(1), correlationId: guidOf(2) }
  const { attempts } = toResult(
    { line: 2, customerId: guidOf(0), productFamily: 'Azure' },
    { row: 0, entries: [{ is: 'sending', row: 0, ...ids, at: 0, counts: true }] },
  )
  expect(attempts).toEqual([
    { ...ids, operation: 'createProductUpgrade', startedAt: '1970-01-01T00:00:00.000Z', duration: 0, lost: true },
  ])
})

test("a worker's entry about a row that another has claimed changes no outcome, but its requests are listed", () => {
  const attempt = {
    operation: 'getProductUpgradeStatus',
    requestId: guidOf(1),
    correlationId: guidOf(2),
    startedAt: '',
    duration: 1,
  } as const
  const calls = [
    { call: 'poll', requestId: guidOf(1), attempts: [attempt], startedAt: '', duration: 1, outcome: 'success' },
  ] as const
  const result = toResult(
    { line: 2, customerId: guidOf(0), productFamily: 'Azure' },
    {
      row: 0,
      entries: [
        { is: 'ended', row: 0, outcome: 'completed', again: false, calls: [], at: 1, counts: true },
        { is: 'postponed', row: 0, dueIn: 2, tries: 0, calls, at: 2, counts: false },
      ],
    },
  )
  expect(result).toMatchObject({ outcome: 'completed', attempts: [attempt] })
})
