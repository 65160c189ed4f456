import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostileTexts, runHostile } from '../../test/hostile.ts'
import type { ResultFiles } from './write-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'hostile-'))
const list = '<img src=x onerror=alert(1)>.jsonl'
const long = `Contoso ${'é😀'.repeat(100_000)}`
const texts = [...hostileTexts, long]
let files: ResultFiles

beforeAll(async () => {
  files = await runHostile(folder, texts, list)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Reads a file that must be UTF-8. */
const textOf = (path: string): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))

/** The line ends of Unicode. */
const anyLineEnd = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/

describe('hostile names and reasons', () => {
  test.for([',', ';', '\t', '|'])(
    'are not formulas in a spreadsheet that splits at %j, with or without quotes',
    (separator) => {
      const lines = textOf(files.csv).slice(1).split(anyLineEnd)
      const cells = lines.flatMap((line) => line.split(separator))
      expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([])
      expect(cells.filter((cell) => /^"?[\t\r]/.test(cell))).toEqual([])
    },
  )

  test('stay in their row and cell of the CSV, and every cell is quoted', () => {
    const lines = textOf(files.csv).slice(1).split(anyLineEnd)
    expect(lines).toHaveLength(texts.length + 2)
    expect(lines.pop()).toBe('')
    expect(lines.filter((line) => !/^("([^"]|"")*",){18}"([^"]|"")*"$/.test(line))).toEqual([])
    const rows: string[][] = parse(textOf(files.csv), { bom: true })
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([19]))
  })

  test('end no row of the CSV with two quotes, which LibreOffice may take for an escaped quote', () => {
    const lines = textOf(files.csv).trimEnd().split('\r\n')
    expect(lines.filter((line) => line.endsWith('""'))).toEqual([])
  })

  test('put no control character into the CSV or the page', () => {
    expect(textOf(files.csv).replaceAll('\r\n', '')).not.toMatch(/\p{Cc}/u)
    expect(textOf(files.report)).not.toMatch(/(?![\t\n\r])\p{Cc}/u)
  })

  test.for(['jsonLines', 'audit'] as const)(
    'stay on their line of the %s, and are unchanged when they are read back',
    (name) => {
      const lines = textOf(files[name]).trimEnd().split(anyLineEnd)
      const told = lines.map((line) => JSON.parse(line)).filter(({ customerId }) => customerId)
      const shown = hostileTexts.map((text) => text.replace(/\p{Surrogate}/gu, '\ufffd'))
      expect(told.map((result) => result.name ?? '').slice(0, -1)).toEqual(shown)
      expect(told.map((result) => result.reason.text).slice(0, -1)).toEqual(
        shown.map((text) => text || expect.anything()),
      )
    },
  )

  test('are plain text on the page, which contains only its own elements', () => {
    const page = textOf(files.report)
    const own =
      'a b body br code dd div dl dt figcaption figure h1 h2 head html i li line main meta p path rect section small span style svg table tbody td th thead title tr ul'
    const elements = [...page.matchAll(/<\/?([^\s>/]*)/g)].map(([, name = '']) => name)
    expect(new Set(elements.filter((name) => !own.split(' ').includes(name)))).toEqual(new Set(['!doctype']))
    expect(page).not.toMatch(/<[^>]*\son\w+=/)
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;.jsonl')
  })

  test('take at most a few kilobytes per row, however long they are', () => {
    const last = (path: string): string => textOf(path).trimEnd().split('\n').at(-1) ?? ''
    const [row] = textOf(files.audit)
      .split('\n')
      .filter((line) => line.includes('Contoso é'))
    for (const text of [last(files.csv), last(files.jsonLines), row ?? '']) {
      expect(text).toContain('Contoso é😀é😀')
      expect(text).toContain('…')
      expect(Buffer.byteLength(text)).toBeLessThan(16_384)
    }
    expect(Buffer.byteLength(textOf(files.report))).toBeLessThan(4 * 16_384 + 2_048 * texts.length)
  })
})
