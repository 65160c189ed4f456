// Lists of all kinds: prints a table of input, customers and notes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { ListError, readCustomers } from '../src/index.ts'
import { nickname } from '../test/lists/list-case.ts'
import { createListCases } from '../test/lists/list-cases.ts'

const folder = mkdtempSync(join(tmpdir(), 'lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

async function read(path: string): Promise<{ readonly rows: readonly string[]; readonly notes: readonly string[] }> {
  const customers = await readCustomers(path)
  const rows: string[] = []
  for await (const { customerId, name, productFamily } of customers.rows()) {
    const family = productFamily === 'Azure' ? '' : `[${productFamily}]`
    rows.push([nickname(customerId), name, family].filter(Boolean).join(' '))
  }
  return { rows, notes: customers.notes }
}

test('lists of all kinds yield their customers, or an error that says why not', async () => {
  const table = ['| input | customers | notes |', '| --- | --- | --- |']
  const unlike: string[] = []
  for (const [number, { what, file, bytes, result, notes }] of (await createListCases()).entries()) {
    const place = join(folder, String(number))
    mkdirSync(place)
    writeFileSync(join(place, file), bytes)
    const ended = await read(join(place, file)).catch((error: unknown) => {
      if (!(error instanceof ListError)) throw error
      return error.message.replaceAll(`${place}/`, '')
    })
    if (typeof ended === 'string') {
      if (!('refused' in result && result.refused.test(ended))) unlike.push(what)
      table.push(`| ${cell(what)} | ${cell(ended).slice(0, 300)} | |`)
      continue
    }
    const same = !('refused' in result) && ended.rows.join() === result.join()
    if (!same || ended.notes.join() !== notes.join()) unlike.push(what)
    table.push(`| ${cell(what)} | ${cell(ended.rows.join(', '))} | ${cell(ended.notes.join(' '))} |`)
  }
  process.stdout.write(`${table.join('\n')}\n`)
  expect(unlike).toEqual([])
})
