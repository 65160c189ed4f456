// Lists of all kinds through a dry run: a table of input, result and note.
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { afterAll, expect, test } from 'vitest'
import { upgradeCustomers } from '../src/index.ts'
import { ids, nickname } from '../test/lists/list-case.ts'
import { createListCases } from '../test/lists/list-cases.ts'
import { convertInCalc } from './libreoffice.ts'

const folder = mkdtempSync(join(tmpdir(), 'lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Run {
  readonly result: string
  readonly notes: readonly string[]
  readonly csv: string
  readonly jsonLines: string
}

async function dryRun(file: string): Promise<Run> {
  const { fetch, clock } = createPartnerCenterMock({
    clock: createClock({ auto: true }),
    customers: Object.values(ids).map((id) => ({ id })),
  })
  let notes: readonly string[] = []
  const { files } = await upgradeCustomers({
    file,
    dryRun: true,
    stateFolder: join(folder, 'state'),
    client: { credential: 'token', fetch, clock },
    onNotes: (told) => {
      notes = told
    },
  })
  if (!files) throw new Error('The run did not come to its end.')
  const lines = readFileSync(files.jsonLines, 'utf8').trim().split('\n')
  const rows = lines.map((line) => {
    const { customerId, name = '', productFamily, outcome } = JSON.parse(line)
    return `${[nickname(customerId), name, productFamily === 'Azure' ? '' : `[${productFamily}]`].filter(Boolean).join(' ')}: ${outcome}`
  })
  return { result: rows.join(', '), notes, csv: files.csv, jsonLines: files.jsonLines }
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

test('lists of all kinds give their customers, or say why not', async () => {
  const table = ['| input | result | note |', '| --- | --- | --- |']
  const unlike: string[] = []
  for (const [number, { what, file, bytes, result, notes }] of (await createListCases()).entries()) {
    const place = join(folder, String(number))
    mkdirSync(place)
    writeFileSync(join(place, file), bytes)
    const ended = await dryRun(join(place, file)).catch((error: Error) => error.message.replaceAll(`${place}/`, ''))
    if (typeof ended === 'string') {
      if (!('refused' in result && result.refused.test(ended))) unlike.push(what)
      table.push(`| ${cell(what)} | ${cell(ended).slice(0, 300)} | |`)
      continue
    }
    const rows = 'refused' in result ? 'refused' : result.map((row) => `${row}: `)
    const same = Array.isArray(rows) && rows.every((row) => ended.result.includes(row))
    if (!same || ended.notes.join() !== notes.join()) unlike.push(what)
    table.push(`| ${cell(what)} | ${cell(ended.result)} | ${cell(ended.notes.join(' '))} |`)
  }
  process.stdout.write(`${table.join('\n')}\n`)
  expect(unlike).toEqual([])
})

test('the results of a run are a list again, as they are and as LibreOffice saves them', async () => {
  const list = join(folder, 'customers.csv')
  writeFileSync(list, `Customer ID;Company name\n${ids.one};Müller\n${ids.two};"Fabrikam; Inc."\n`)
  const first = await dryRun(list)
  expect(first.result).toBe('one Müller: eligible, two Fabrikam; Inc.: eligible')
  const lines = join(mkdtempSync(join(folder, 'lines-')), 'results.jsonl')
  copyFileSync(first.jsonLines, lines)
  const again = [
    first.csv,
    lines,
    convertInCalc(folder, first.csv, ';', 'csv:Text - txt - csv (StarCalc):59,34,76', 'semicolons.csv'),
    convertInCalc(folder, first.csv, ';', 'csv:Text - txt - csv (StarCalc):9,34,76', 'tabs.csv'),
    convertInCalc(folder, first.csv, ';', 'csv:Text - txt - csv (StarCalc):59,34,1', 'windows.csv'),
    convertInCalc(folder, first.csv, ';', 'csv:Text - txt - csv (StarCalc):44,34,65535', 'utf16.csv'),
    convertInCalc(folder, first.csv, ';', 'xlsx', 'workbook.xlsx'),
  ]
  for (const file of again) {
    const { result, notes } = await dryRun(file)
    expect([basename(file), result]).toEqual([basename(file), first.result])
    expect(notes.filter((note) => note.startsWith('Ignored'))).toEqual([
      expect.stringMatching(/^Ignored columns "line", /),
    ])
  }
})
