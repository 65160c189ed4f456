import { findColumns } from './column-names.ts'
import { toCustomerId } from './customer-id.ts'
import { type Foreign, saveAsCsv } from './file-format.ts'
import { isBlank } from './invisible.ts'
import type { Notes } from './notes.ts'
import type { ParsedLine } from './parsed-row.ts'

/** The largest workbook to read, in bytes: it must be held in memory as a whole. */
export const largestWorkbook: number = 64 << 20

/** Types of ZIP archives by the names they contain. */
const archives: readonly (readonly [name: string, what: string])[] = [
  ['xl/workbook.bin', 'a binary Excel workbook (.xlsb)'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'an OpenDocument spreadsheet (.ods)'],
  ['word/document.xml', 'a Word document'],
  ['ppt/presentation.xml', 'a PowerPoint presentation'],
  ['Index/Document.iwa', 'an Apple document (.numbers)'],
]

/** Recognises the type of a ZIP archive; returns `undefined` for a workbook. */
export function recogniseArchive(bytes: Buffer): Foreign | undefined {
  if (bytes.includes('xl/workbook.xml')) return undefined
  const found = archives.find(([name]) => bytes.includes(name))
  if (found) return { what: found[1], advice: saveAsCsv }
  return { what: 'a ZIP archive, but no workbook', advice: 'Unpack it first, or save the list as CSV UTF-8 or .xlsx.' }
}

/** Reads the rows of a workbook's first visible sheet with customer IDs. */
export async function* readWorkbook(bytes: Uint8Array, notes: Notes): AsyncGenerator<ParsedLine, void, undefined> {
  try {
    const sheet = await findSheet(bytes, notes)
    yield* rowsOf(bytes, sheet)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    yield { line: 1, problem: `the workbook is damaged (${why}). ${saveAsCsv}` }
  }
}

async function findSheet(bytes: Uint8Array, notes: Notes): Promise<number> {
  const sheets = await visibleSheets(bytes)
  const [first, ...more] = sheets
  if (first === undefined) throw new Error('it has no visible sheet')
  if (more.length === 0) return first.index
  for (const { index, name } of sheets) {
    if (!(await beginsAsList(bytes, index))) continue
    notes.told(`Read the sheet ${JSON.stringify(name)}, and no other.`)
    return index
  }
  return first.index
}

interface Sheet {
  readonly index: number
  readonly name: string
}

async function visibleSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  const { readXlsx } = await import('hucre/xlsx')
  const sheets: Sheet[] = []
  await readXlsx(bytes, {
    sheets({ name, hidden, veryHidden }, index) {
      if (!hidden && !veryHidden) sheets.push({ name, index })
      return false
    },
  })
  return sheets
}

async function beginsAsList(bytes: Uint8Array, sheet: number): Promise<boolean> {
  for await (const { cells } of rowsOf(bytes, sheet)) {
    if (cells.every(isBlank)) continue
    return findColumns(cells) !== undefined || toCustomerId(cells[0]) !== undefined
  }
  return false
}

async function* rowsOf(
  bytes: Uint8Array,
  sheet: number,
): AsyncGenerator<{ readonly line: number; readonly cells: readonly string[] }, void, undefined> {
  const { streamXlsxRows } = await import('hucre/xlsx')
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    yield { line: index + 1, cells: values.map(toText) }
  }
}

function toText(value: string | number | boolean | Date | null): string {
  if (value === null) return ''
  return value instanceof Date ? value.toISOString() : String(value).trim()
}
