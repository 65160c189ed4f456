// Uses the results of a run as the list of the next one.
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { afterAll, expect, test } from 'vitest'
import { upgradeCustomers } from '../src/index.ts'
import { convertInCalc } from './libreoffice.ts'

const folder = mkdtempSync(join(tmpdir(), 'lists-'))
afterAll(() => rmSync(folder, { recursive: true }))

const ids = {
  one: '4c721420-72ad-4708-a0a7-371a2f7b0969',
  two: '58e2af4f-0ad3-4688-8744-be2357cd939a',
}
const nickname = (id: string): string => (id === ids.one ? 'one' : 'two')

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
  if (!files) throw new Error('The run did not finish.')
  const lines = readFileSync(files.jsonLines, 'utf8').trim().split('\n')
  const rows = lines.map((line) => {
    const { customerId, name = '', productFamily, outcome } = JSON.parse(line)
    return `${[nickname(customerId), name, productFamily === 'Azure' ? '' : `[${productFamily}]`].filter(Boolean).join(' ')}: ${outcome}`
  })
  return { result: rows.join(', '), notes, csv: files.csv, jsonLines: files.jsonLines }
}

test('the results of a run can be used as a list, unchanged or as LibreOffice saves them', async () => {
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
