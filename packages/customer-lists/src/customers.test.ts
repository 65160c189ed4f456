import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Customers, readCustomers } from './customers.ts'

const folder = mkdtempSync(join(tmpdir(), 'customers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const one = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const two = '58E2AF4F-0AD3-4688-8744-BE2357CD939A'
const three = '5f0a2c61-9d0c-4f0e-9c3b-0d9a1f3f7f11'

function write(text: string): string {
  const file = join(folder, 'customers.csv')
  writeFileSync(file, text)
  return file
}

const read = (text: string): Promise<Customers> => readCustomers(write(text))

async function rowsOf(customers: Customers): Promise<readonly object[]> {
  const rows: object[] = []
  for await (const row of customers.rows()) rows.push(row)
  return rows
}

/** The lines of the error for an invalid list, without the first. */
async function complaints(text: string): Promise<readonly string[]> {
  const error = await read(text).catch((thrown: unknown) => thrown)
  return error instanceof Error ? error.message.split('\n').slice(1) : ['no error']
}

test.for([
  ['commas', `customerId,name\n${one},Contoso\n${two},"Fabrikam, Inc."\n`],
  ['semicolons, as many spreadsheets write', `customerId;name\r\n${one};Contoso\r\n${two};Fabrikam, Inc.\r\n`],
  ['tabs', `customerId\tname\n${one}\tContoso\n${two}\tFabrikam, Inc.`],
  [
    'a UTF-8 byte order mark, different case and order, spaces and blank lines',
    `\uFEFFNAME,CustomerID\n\nContoso, ${one}\n\n"Fabrikam, Inc.",${two}\n`,
  ],
  ['JSON Lines', `{"customerId":"${one}","name":"Contoso"}\n\n{"customerId":"${two}","name":"Fabrikam, Inc."}\n`],
] as const)('a list is read with %s', async ([, text]) => {
  const customers = await read(text)
  expect(customers.size).toBe(2)
  expect([customers.customerId(0), customers.customerId(1)]).toEqual([one, two.toLowerCase()])
  expect(await rowsOf(customers)).toMatchObject([
    { customerId: one, productFamily: 'Azure', name: 'Contoso' },
    { customerId: two.toLowerCase(), productFamily: 'Azure', name: 'Fabrikam, Inc.' },
  ])
})

test.for([
  ['mixed line endings', `customerId,name\r\n${one},Contoso\n${two},Fabrikam\r\n`],
  ['blank lines before the header', `\n \r\ncustomerId;name\n${one};Contoso\n${two};Fabrikam\n`],
  ['two bytes per character', `\uFEFFcustomerId\tname\r\n${one}\tContoso\r\n${two}\tFabrikam\r\n`],
] as const)('a list is read with %s', async ([what, text]) => {
  const file = write(text)
  if (what.startsWith('two bytes')) writeFileSync(file, text, 'utf16le')
  expect(await rowsOf(await readCustomers(file))).toMatchObject([{ name: 'Contoso' }, { name: 'Fabrikam' }])
})

test('JSON Lines may have mixed line endings, and contain Unicode line separators', async () => {
  const name = 'Contoso\u2028\u2029\u0085Inc.'
  const lines = [one, two, three].map((customerId) => JSON.stringify({ customerId, name }))
  const customers = await read(`${lines[0]}\r${lines[1]}\r\n\n${lines[2]}`)
  expect(await rowsOf(customers)).toMatchObject([
    { line: 1, name },
    { line: 2, name },
    { line: 4, name },
  ])
})

test('each row has its line number', async () => {
  const customers = await read(`customerId,name\n${one},"two\nlines"\n${two},x\n`)
  expect(await rowsOf(customers)).toMatchObject([{ line: 3 }, { line: 4 }])
})

test('a customer with two product families has two rows', async () => {
  const customers = await read(`customerId,productFamily\n${one},\n${one},Office\n`)
  expect([customers.productFamily(0), customers.productFamily(1)]).toEqual(['Azure', 'Office'])
})

test('product families that differ only in case are duplicates', async () => {
  const families = ['Azure', 'azure', 'Office', 'OFFICE', '']
  const customers = await read(`customerId,productFamily\n${families.map((family) => `${one},${family}\n`).join('')}`)
  expect(customers.notes).toEqual(['Merged 3 duplicate rows; the first is line 3, which repeats line 2.'])
  expect(await rowsOf(customers)).toMatchObject([
    { line: 2, productFamily: 'Azure' },
    { line: 4, productFamily: 'Office' },
  ])
})

test('a file that is not a list is quoted at a readable length', async () => {
  expect((await complaints(`customerId\n${'x'.repeat(100_000)}\n`)).join('').length).toBeLessThan(300)
})

test('a value that is nested too deeply to be shown is still reported', async () => {
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  expect(await complaints(`{"customerId":${nested}}`)).toEqual(['  line 1: customerId is not a GUID: an array'])
})

test('the hash is the SHA-256 of the file', async () => {
  const { hash } = await read(`customerId\n${one}\n`)
  const bytes = new TextEncoder().encode(`customerId\n${one}\n`)
  expect(hash).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'))
})

test('all problems are reported at once, by line', async () => {
  const text = [
    'customerId,name',
    `${one},a`,
    'contoso,b',
    `${two},c,d`,
    `{${three}},e`,
    `${one.toUpperCase()},f`,
    ',g',
  ]
  expect(await complaints(text.join('\n'))).toEqual([
    '  line 3: customerId is not a GUID: "contoso"',
    '  line 4: 3 columns, but the first line has 2',
    `  line 6: ${one} is already on line 2, with another name than "f"`,
    '  line 7: customerId is not a GUID: ""',
  ])
})

test('a line ending of JSON Lines that is split between two reads counts once', async () => {
  const first = `{"customerId":"${one}"}`
  // A list is read in chunks of 256 KiB: the first ends between the two characters of a line ending.
  const wide = `${first}${' '.repeat((1 << 18) - first.length - 1)}\r\n`
  expect(await complaints(`${wide}{"customerId":"contoso"}\r\n`)).toEqual([
    '  line 2: customerId is not a GUID: "contoso"',
  ])
})

test('only the first fifty of thousands of problems are listed', async () => {
  const lines = await complaints(`customerId\n${'x\n'.repeat(3_000)}`)
  expect(lines).toHaveLength(51)
  expect(lines.at(-1)).toBe('  and 2,950 more')
})

test.for([
  [
    'tenant,name\nx,y\n',
    [
      '  line 1: no column with the customer ID: call it customerId, Microsoft ID, Customer ID or TenantId; found "tenant", "name"',
    ],
  ],
  ['customerId\n', ['  line 1: the list contains no customers']],
  [' \n', ['  line 1: the list contains no customers']],
  [`customerId,name\n${one},"open\n`, [expect.stringContaining('invalid CSV')]],
  [`{"customerId":"${one}"}\n{"customerId":`, ['  line 2: not a JSON object']],
  [`{"customerId":"${one}","productFamily":{}}`, ['  line 1: productFamily is not a name: an object']],
  [`{"customerId":7}`, ['  line 1: customerId is not a GUID: 7']],
  [`{"name":"x"}`, ['  line 1: the customer ID is missing']],
  [`{"customerId":null,"name":"x"}`, ['  line 1: customerId is not a GUID: null']],
  [`customerId,productFamily\n${one},Büro\n`, ['  line 2: productFamily is not a name: "Büro"']],
  [
    'customerId\n00000000-0000-0000-0000-000000000000\n',
    ['  line 2: customerId is not a GUID: "00000000-0000-0000-0000-000000000000"'],
  ],
] as const)('%j is refused with the reason', async ([text, expected]) => {
  expect(await complaints(text)).toEqual(expected)
})

test('the error for a missing file names it', async () => {
  const missing = join(folder, 'nobody.csv')
  await expect(readCustomers(missing)).rejects.toThrow(`${missing} cannot be read (ENOENT`)
  await expect(readCustomers(folder)).rejects.toThrow('cannot be read (EISDIR')
})

test('a list that changes during the run is detected', async () => {
  const customers = await read(`customerId\n${one}\n`)
  write(`customerId\n${two}\n`)
  const again = 'Restore it as it was'
  await expect(rowsOf(customers)).rejects.toThrow(new RegExp(`changed during the run.*${again}`))
  rmSync(join(folder, 'customers.csv'))
  const gone = rowsOf(customers)
  await expect(gone).rejects.toThrow(new RegExp(`cannot be read.*${again}`))
  await expect(gone).rejects.not.toThrow('Nothing was sent')
})
