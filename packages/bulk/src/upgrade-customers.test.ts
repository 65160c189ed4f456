import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { expect, onTestFinished, test } from 'vitest'
import { type UpgradeCustomersOptions, upgradeCustomers } from './upgrade-customers.ts'

/** A list of two customers in a folder of its own. */
function setList() {
  const folder = mkdtempSync(join(tmpdir(), 'list-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'customers.csv')
  const text = `customerId\n${guidOf(0)}\n${guidOf(1)}\n`
  writeFileSync(file, text)
  const partnerCenter = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const { fetch, clock } = partnerCenter
  const run = (options: Partial<UpgradeCustomersOptions> = {}) =>
    upgradeCustomers({
      file,
      stateFolder: join(folder, 'state'),
      client: { credential: 'token', fetch, clock },
      ...options,
    })
  return { folder, file, text, partnerCenter, run }
}

test.for([
  [
    'changed',
    (file: string) => writeFileSync(file, 'customerId\n'),
    /changed during the run.*Restore it.*same command/,
  ],
  ['removed', (file: string) => rmSync(file), /cannot be read.*Restore it.*same command/],
] as const)('after a list was %s during a run and restored, its results are written', async ([, spoil, message]) => {
  const { folder, file, text, partnerCenter, run } = setList()
  const failed = await run({ onProgress: () => existsSync(file) && spoil(file) }).catch((error: Error) => error.message)
  expect(failed).toMatch(message)
  expect(failed).not.toContain('Nothing was sent')
  expect(readdirSync(folder).filter((name) => /results|report|audit/.test(name))).toEqual([])
  const asked = partnerCenter.requests.length
  writeFileSync(file, text)
  const { files } = await run()
  expect(readFileSync(files?.csv ?? '', 'utf8')).toContain('completed')
  expect(partnerCenter.requests).toHaveLength(asked)
})

test('with onlyFailed, a list without finished rows is not run', async () => {
  const { partnerCenter, run } = setList()
  await expect(run({ onlyFailed: true })).rejects.toThrow(
    /^According to .*customers\.journal.*nothing in .*customers\.csv has been run/,
  )
  expect(partnerCenter.requests).toHaveLength(0)
})

test('with onlyFailed, a second worker may join a run of everything', async () => {
  const { partnerCenter, run } = setList()
  const down = partnerCenter.inject(faults.fault('900130'), { operation: 'createProductUpgrade', every: 1 })
  expect((await run()).progress.ended.rejected).toBe(2)
  down.remove()
  const [one, other] = await Promise.all([run({ onlyFailed: true }), run({ onlyFailed: true })])
  expect([one.progress.ended.completed, other.progress.ended.completed]).toEqual([2, 2])
  expect(partnerCenter.snapshot().upgrades).toHaveLength(2)
})

test('notes about the list are reported before anything is sent, and kept in the report and the audit file', async () => {
  const { file, partnerCenter, run } = setList()
  writeFileSync(file, `Customer ID;Tags\n${guidOf(0)};gold\n`)
  const told: unknown[] = []
  const onNotes = (notes: readonly string[]) => told.push(notes, partnerCenter.requests.length)
  const { files } = await run({ onNotes })
  const notes = ['Ignored column "Tags".']
  expect(told).toEqual([notes, 0])
  expect(readFileSync(files?.report ?? '', 'utf8')).toContain('<dt>Note</dt><dd>Ignored column &quot;Tags&quot;.</dd>')
  const [header = ''] = readFileSync(files?.audit ?? '', 'utf8').split('\n')
  expect(JSON.parse(header)).toMatchObject({ record: 'run', notes })
})

test.for([
  ['semicolons', `customerId;name\n${guidOf(0)};a\n`, ';'],
  ['commas', `customerId,name\n${guidOf(0)},a\n`, ','],
  ['tabs', `customerId\tname\n${guidOf(0)}\ta\n`, ','],
] as const)('the results of a list with %s have the separator of its spreadsheets', async ([, text, delimiter]) => {
  const { file, run } = setList()
  writeFileSync(file, text)
  const { files } = await run()
  const csv = readFileSync(files?.csv ?? '', 'utf8')
  expect(csv).toMatch(new RegExp(`^\ufeff"line"${delimiter}"customerId"${delimiter}"name"`))
})

test('on request, the results are also written as a workbook, which the audit file lists', async () => {
  const { file, run } = setList()
  expect((await run()).files?.xlsx).toBeUndefined()
  writeFileSync(file, `customerId,name\n${guidOf(0)},"=1+1\n\u0001"\n`)
  rmSync(join(dirname(file), 'customers.journal.jsonl'))
  const { files } = await run({ xlsx: true })
  const bytes = readFileSync(files?.xlsx ?? '')
  const { sheets } = await readXlsx(bytes)
  const [names = [], cells = []] = sheets[0]?.rows ?? []
  expect(names.slice(0, 3)).toEqual(['line', 'customerId', 'name'])
  expect(cells.slice(0, 3)).toEqual([3, guidOf(0), '=1+1 \ufffd'])
  // All cells but the name equal those of the CSV, with numbers as numbers.
  const [row = {}]: Record<string, string>[] = parse(readFileSync(files?.csv ?? ''), { bom: true, columns: true })
  const { name: _, ...others } = row
  expect(Object.fromEntries(names.map((each, index) => [each, String(cells[index] ?? '')]))).toMatchObject(others)
  expect(cells.at(-1)).toBe(Number(row.requests))
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  expect(readFileSync(files?.audit ?? '', 'utf8')).toContain(sha256)
})

test('an invalid option is rejected before any file is touched', async () => {
  const { folder, partnerCenter, run } = setList()
  const before = readdirSync(folder)
  await expect(run({ limit: 0 })).rejects.toThrow(/^limit must be/)
  await expect(run({ client: { credential: 'token', baseUrl: 'ftp://partner.example' } })).rejects.toThrow(TypeError)
  expect(readdirSync(folder)).toEqual(before)
  expect(partnerCenter.requests).toEqual([])
})

test('a list without notes is not said to have any', async () => {
  const { run } = setList()
  const told: unknown[] = []
  const { files } = await run({ onNotes: (notes) => told.push(notes) })
  expect(told).toEqual([])
  const [header = ''] = readFileSync(files?.audit ?? '', 'utf8').split('\n')
  expect(JSON.parse(header)).not.toHaveProperty('notes')
})

test('a run that reaches its limit has no results yet, and names its journal', async () => {
  const { folder, run } = setList()
  const { progress, ...rest } = await run({ limit: 1 })
  expect(rest).toStrictEqual({ journal: join(folder, 'customers.journal.jsonl') })
  expect(readdirSync(folder).filter((name) => /results|report|audit/.test(name))).toEqual([])
})

test.for([
  [undefined, 30_000],
  [45_000, 45_000],
] as const)('with a lease of %s, the journal has one of %i ms', async ([lease, recorded]) => {
  const { run } = setList()
  const { journal } = await run({ lease })
  const [opened = ''] = readFileSync(journal, 'utf8').split('\n')
  expect(JSON.parse(opened)).toMatchObject({ is: 'opened', lease: recorded })
})

test('during a create, the lock and the record of its customer name the list', async () => {
  const { folder, partnerCenter, run } = setList()
  const purposes = new Set<string>()
  partnerCenter.override({
    createProductUpgrade: () => {
      const entries = readdirSync(join(folder, 'state'), { recursive: true, withFileTypes: true })
      for (const entry of entries.filter((each) => each.isFile())) {
        const { purpose }: { purpose?: string } = JSON.parse(readFileSync(join(entry.parentPath, entry.name), 'utf8'))
        purposes.add(String(purpose))
      }
    },
  })
  await run()
  expect([...purposes]).toEqual(['the list customers.csv'])
})
