// Reads the results with a spreadsheet program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { hostileTexts, runHostile } from '../test/hostile.ts'
import { openInCalc } from './libreoffice.ts'

const folder = mkdtempSync(join(tmpdir(), 'spreadsheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('LibreOffice finds formulas in a CSV that has some, and splits rows at unquoted line ends', () => {
  const csv = join(folder, 'naive.csv')
  writeFileSync(csv, '"1","=1+1"\r\n"2","x;=1+2"\r\n"3","y\nz"\r\n')
  expect(openInCalc(folder, csv, ',')).toEqual({ rows: 3, formulas: ['of:=1+1'] })
  expect(openInCalc(folder, csv, ';').rows).toBe(4)
})

test('in LibreOffice, results have a row for each customer and no formula, with any separator setting', async () => {
  const { csv } = await runHostile(folder, hostileTexts)
  for (const separator of [',', ';', '\t', '|']) {
    expect([separator, openInCalc(folder, csv, separator)]).toEqual([
      separator,
      { rows: hostileTexts.length + 1, formulas: [] },
    ])
  }
})
