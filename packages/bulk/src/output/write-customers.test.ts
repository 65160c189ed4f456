import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCustomers } from '@partner-upgrades/customer-lists'
import { expect, onTestFinished, test } from 'vitest'
import { writeCustomers } from './write-customers.ts'

const ids = ['4c721420-72ad-4708-a0a7-371a2f7b0969', '58e2af4f-0ad3-4688-8744-be2357cd939a']

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'list-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return { folder, path: join(folder, 'customers.csv') }
}

test('a written list can be read, including names with formulas, quotes or line breaks', async () => {
  const { path } = await setUp()
  const [first = '', second = ''] = ids
  const list = [
    { customerId: first, name: '=HYPERLINK("x")' },
    { customerId: second, name: 'Müller, "Söhne"\r\nund Co.' },
  ]
  expect(await writeCustomers(path, ['customerId', 'name'], list)).toBe(2)
  const customers = await readCustomers(path)
  const rows = []
  for await (const row of customers.rows()) rows.push(row)
  expect(rows).toMatchObject([
    { customerId: first, name: `'=HYPERLINK("x")` },
    { customerId: second, name: 'Müller, "Söhne" und Co.' },
  ])
  expect(await readFile(path, 'utf8')).toMatch(/^\uFEFF"customerId","name"\r\n/)
})

test('a cell that a row lacks is empty, and only the owner may read the file', async () => {
  const { path } = await setUp()
  await writeCustomers(path, ['customerId', 'name'], [{ customerId: ids[0] ?? '' }])
  expect(await readFile(path, 'utf8')).toContain(`"${ids[0]}",""\r\n`)
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a list that fails with an error leaves no file behind, and the error is passed on', async () => {
  const { folder, path } = await setUp()
  async function* broken() {
    yield { customerId: ids[0] ?? '' }
    throw new RangeError('no more')
  }
  await expect(writeCustomers(path, ['customerId'], broken())).rejects.toThrow(RangeError)
  expect(await readdir(folder)).toEqual([])
})

test('the error for an invalid folder names the file', async () => {
  const { path } = await setUp()
  await expect(writeCustomers(join(path, 'deeper.csv'), ['customerId'], [])).rejects.toThrow(
    /deeper\.csv cannot be written \(ENO/,
  )
})
