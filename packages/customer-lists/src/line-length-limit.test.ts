import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startCpuTimer } from '@partner-upgrades/tools/cpu-time'
import { afterAll, expect, test } from 'vitest'
import { readCustomers } from './customers.ts'

const folder = mkdtempSync(join(tmpdir(), 'list-'))
afterAll(() => rmSync(folder, { recursive: true }))

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
/** The limit, in bytes. */
const mebibyte = 1_048_576
const tooLong = 'the line is longer than 1,048,576 bytes: this is not a list of customers'
const notClosed = 'the row that starts here is longer than 1,048,576 bytes; a closing quote may be missing'

async function complaintOf(text: string | Buffer): Promise<string> {
  const file = join(folder, 'customers.csv')
  writeFileSync(file, text)
  const thrown = await readCustomers(file).catch((error: Error) => error.message)
  return typeof thrown === 'string' ? (thrown.split('\n').at(-1) ?? '') : `${thrown.size} customers`
}

test.for([
  ['CSV', `customerId,name\n${customerId},x\n${customerId},${'x'.repeat(mebibyte)}`, 3],
  ['CSV of commas only', `customerId,name\r\n\r\n${','.repeat(mebibyte + 1)}\r\n`, 3],
  ['CSV of spaces only', `customerId,name\r${' '.repeat(mebibyte + 1)}`, 2],
  ['CSV, first line', 'customerId;'.repeat(mebibyte / 8), 1],
  ['JSON Lines', `{"customerId":"${customerId}"}\n\n{"customerId":"${'x'.repeat(mebibyte)}`, 3],
] as const)('an overlong line is reported by its number: %s', async ([, text, line]) => {
  expect(await complaintOf(text)).toBe(`  line ${line}: ${tooLong}`)
})

test('an overlong line in UTF-16 is reported by its number, too', async () => {
  const text = `\uFEFFcustomerId,name\r\n${customerId},x\r\n${customerId},${'x'.repeat(mebibyte)}`
  expect(await complaintOf(Buffer.from(text, 'utf16le'))).toBe(`  line 3: ${tooLong}`)
})

test('an unclosed quote is reported on the line where its row starts, not at the end of the list', async () => {
  const lines = `${customerId},x\n`.repeat(50_000)
  expect(await complaintOf(`customerId,name\n\n${customerId},x\n${customerId},"open\n${lines}`)).toBe(
    `  line 4: ${notClosed}`,
  )
})

test('a line of the maximum length is read in linear time', async () => {
  const cpuTime = startCpuTimer()
  for (const piece of ['x', ' ', '""', 'é']) {
    const name = piece.repeat(1_000_000 / Buffer.byteLength(piece))
    expect(await complaintOf(`customerId,name\n${customerId},"${name}"\n`)).toBe('1 customers')
    const json = JSON.stringify({ customerId, name: name.replaceAll('"', 'x') })
    expect(await complaintOf(`${json}\n`)).toBe('1 customers')
  }
  expect(cpuTime()).toBeLessThan(15_000)
})
