import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readLines } from './read-lines.ts'

async function linesOf(text: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lines-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file'), text)
  const lines: string[] = []
  for await (const line of readLines(join(folder, 'file'))) lines.push(line)
  return lines
}

test.for([
  ['', []],
  ['\n', ['']],
  ['\n\na', ['', '', 'a']],
  ['one\ntwo\r\n', ['one', 'two\r']],
  ['one\ntwo', ['one', 'two']],
] as const)('%j has the lines %j', async ([text, lines]) => {
  expect(await linesOf(text)).toEqual(lines)
})

test('lines and characters that span several reads are whole', async () => {
  const lines = ['é'.repeat(50_000), 'x'.repeat(200_000), '', 'ü']
  expect(await linesOf(lines.join('\n'))).toEqual(lines)
})
