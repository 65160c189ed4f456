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

/** What is said of a bad list, without the first line. */
async function complaints(text: string): Promise<readonly string[]> {
  const error = await read(text).catch((thrown: unknown) => thrown)
  return error instanceof Error ? error.message.split('\n').slice(1) : ['no error']
}

test.for([
  ['commas', `customerId,name\n${one},Contoso\n${two},"Fabrikam, Inc."\n`],
  ['semicolons, as many spreadsheets write', `customerId;name\r\n${one};Contoso\r\n${two};Fabrikam, Inc.\r\n`],
  ['tabs', `customerId\tname\n${one}\tContoso\n${two}\tFabrikam, Inc.`],
  [
    'the mark of UTF-8, other cases, another order, blanks',
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
  ['lines that end in different ways', `customerId,name\r\n${one},Contoso\n${two},Fabrikam\r\n`],
  ['blank lines before its first', `\n \r\ncustomerId;name\n${one};Contoso\n${two};Fabrikam\n`],
  ['two bytes a character', `\uFEFFcustomerId\tname\r\n${one}\tContoso\r\n${two}\tFabrikam\r\n`],
] as const)('a list is read with %s', async ([what, text]) => {
  const file = write(text)
  if (what.startsWith('two bytes')) writeFileSync(file, text, 'utf16le')
  expect(await rowsOf(await readCustomers(file))).toMatchObject([{ name: 'Contoso' }, { name: 'Fabrikam' }])
})

test('rows know the lines they are on', async () => {
  const customers = await read(`customerId,name\n${one},"two\nlines"\n${two},x\n`)
  expect(await rowsOf(customers)).toMatchObject([{ line: 3 }, { line: 4 }])
})

test('a product family of its own is a row of its own', async () => {
  const customers = await read(`customerId,productFamily\n${one},\n${one},Office\n`)
  expect([customers.productFamily(0), customers.productFamily(1)]).toEqual(['Azure', 'Office'])
})

test('a customer is there twice if the product family is the same in other letters', async () => {
  const families = ['Azure', 'azure', 'Office', 'OFFICE', '']
  const text = `customerId,productFamily\n${families.map((family) => `${one},${family}\n`).join('')}`
  expect(await complaints(text)).toEqual([
    `  line 3: ${one} is on line 2 already`,
    `  line 5: ${one} is on line 4 already`,
    `  line 6: ${one} is on line 2 already`,
  ])
})

test('of a file that is no list at all, no more is shown than can be read', async () => {
  expect((await complaints(`customerId\n${'x'.repeat(100_000)}\n`)).join('').length).toBeLessThan(300)
})

test('the hash is that of the file', async () => {
  const { hash } = await read(`customerId\n${one}\n`)
  const bytes = new TextEncoder().encode(`customerId\n${one}\n`)
  expect(hash).toBe(Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex'))
})

test('everything that is wrong is told at once, by line', async () => {
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
    '  line 3: customerId is no GUID: "contoso"',
    '  line 4: 3 columns where the first line has 2',
    `  line 5: customerId is no GUID: "{${three}}"`,
    `  line 6: ${one} is on line 2 already`,
    '  line 7: customerId is no GUID: ""',
  ])
})

test('of thousands of problems, the first fifty are spelled out', async () => {
  const lines = await complaints(`customerId\n${'x\n'.repeat(3_000)}`)
  expect(lines).toHaveLength(51)
  expect(lines.at(-1)).toBe('  and 2,950 more')
})

test.for([
  [
    'tenant,name\nx,y\n',
    [
      '  line 1: the first line has to name the columns, and there is no customerId',
      '  line 1: there is no column "tenant": there are customerId, productFamily, name',
    ],
  ],
  [
    `${one}\n${two}\n`,
    [
      '  line 1: the first line has to name the columns, and there is no customerId',
      `  line 1: there is no column "${one}": there are customerId, productFamily, name`,
    ],
  ],
  [
    `customerId,domain\n${one},x\n`,
    ['  line 1: there is no column "domain": there are customerId, productFamily, name'],
  ],
  [`customerId,CUSTOMERID\n${one},${two}\n`, ['  line 1: the column customerId is there twice']],
  ['customerId\n', ['  line 1: there are no customers in it']],
  ['', ['  line 1: there are no customers in it']],
  [`customerId,name\n${one},"open\n`, [expect.stringContaining('this is no CSV')]],
  [`{"customerId":"${one}"}\n{"customerId":`, ['  line 2: this is no JSON object']],
  [`{"customerId":"${one}","tenant":1}`, ['  line 1: there is no "tenant": there are customerId, productFamily, name']],
  [`{"customerId":7}`, ['  line 1: customerId is no GUID: 7']],
  [`{"name":"x"}`, ['  line 1: customerId is no GUID: there is none']],
  [`customerId,productFamily\n${one},Büro\n`, ['  line 2: productFamily is no name: "Büro"']],
  [
    'customerId\n00000000-0000-0000-0000-000000000000\n',
    ['  line 2: customerId is no GUID: "00000000-0000-0000-0000-000000000000"'],
  ],
] as const)('%j is refused, and the reason told', async ([text, expected]) => {
  expect(await complaints(text)).toEqual(expected)
})

test('a file that is not there is told by its name', async () => {
  const missing = join(folder, 'nobody.csv')
  await expect(readCustomers(missing)).rejects.toThrow(`${missing} cannot be read (ENOENT`)
  await expect(readCustomers(folder)).rejects.toThrow('cannot be read (EISDIR')
})

test('a list that changes while it is worked on is noticed', async () => {
  const customers = await read(`customerId\n${one}\n`)
  write(`customerId\n${two}\n`)
  const again = 'Put it back as it was'
  await expect(rowsOf(customers)).rejects.toThrow(new RegExp(`has changed.*${again}`))
  rmSync(join(folder, 'customers.csv'))
  const gone = rowsOf(customers)
  await expect(gone).rejects.toThrow(new RegExp(`cannot be read.*${again}`))
  await expect(gone).rejects.not.toThrow('Nothing was sent')
})
