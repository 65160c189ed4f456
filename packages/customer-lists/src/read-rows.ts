import { createHash, type Hash } from 'node:crypto'
import { toUtf8 } from './decode.ts'
import { ListError } from './errors.ts'
import type { Foreign } from './file-format.ts'
import { limitLineLength } from './line-length-limit.ts'
import { findFormat, type ListFormat, readFrom } from './list-format.ts'
import type { Notes } from './notes.ts'
import type { ParsedRow } from './parsed-row.ts'
import { readCsv } from './read-csv.ts'
import { readJson } from './read-json.ts'
import { readJsonLines } from './read-json-lines.ts'
import { largestWorkbook, readWorkbook, recogniseArchive } from './read-workbook.ts'
import { openRegularFile } from './regular-file.ts'
import { tabulate } from './tabulate.ts'

/** A file that is being read. */
export interface Reading {
  /** The format of the file. */
  readonly format: ListFormat
  /** The rows of the file, in order. */
  readonly rows: AsyncIterable<ParsedRow>
  /** Returns the SHA-256 of the file in hexadecimal; call it after all rows were read. */
  hash(): string
}

/**
 * Reads a list of any format row by row: CSV, JSON Lines, JSON or a workbook. Closes the file at the end.
 *
 * @param known the format of the file, if it was read before
 * @throws the errors of the file system, an error if the file is not a regular one, and a ListError naming its type if it is not a list.
 */
export async function readRows(path: string, notes: Notes, known?: ListFormat): Promise<Reading> {
  const file = await openRegularFile(path)
  try {
    const format = known ?? (await findFormat(file))
    if (format.kind === 'foreign') throw foreignError(path, format)
    const hash = createHash('sha256')
    const bytes = hashed(readFrom(file), hash)
    const rows = rowsOf(path, format, bytes, notes)
    return { format, rows: closing(rows, file), hash: () => hash.digest('hex') }
  } catch (error) {
    await file.close()
    throw error
  }
}

function rowsOf(
  path: string,
  format: ListFormat,
  bytes: AsyncIterable<Buffer>,
  notes: Notes,
): AsyncIterable<ParsedRow> {
  if (format.kind === 'foreign') throw foreignError(path, format)
  if (format.kind === 'zip') return workbookRows(path, bytes, notes)
  if (format.encoding === 'windows-1252') notes.windows1252()
  const text = toUtf8(bytes, format.encoding)
  switch (format.kind) {
    case 'csv':
      return tabulate(readCsv(limitLineLength(text), format.delimiter), notes)
    case 'lines':
      return readJsonLines(limitLineLength(text))
    case 'document':
      return readJson(text)
  }
}

async function* workbookRows(
  path: string,
  bytes: AsyncIterable<Buffer>,
  notes: Notes,
): AsyncGenerator<ParsedRow, void, undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > largestWorkbook) {
      const what = `a ZIP archive of more than ${largestWorkbook.toLocaleString('en')} bytes`
      throw foreignError(path, { what, advice: 'Save the list as CSV UTF-8.' })
    }
    chunks.push(chunk)
  }
  const workbook = Buffer.concat(chunks)
  const foreign = recogniseArchive(workbook)
  if (foreign) throw foreignError(path, foreign)
  yield* tabulate(readWorkbook(workbook, notes), notes)
}

function foreignError(path: string, { what, advice }: Foreign): ListError {
  return new ListError(`${path} is ${what}, which cannot be read as a list. ${advice} Nothing was sent.`)
}

async function* closing<T>(
  items: AsyncIterable<T>,
  file: { close(): Promise<void> },
): AsyncGenerator<T, void, undefined> {
  try {
    yield* items
  } finally {
    await file.close()
  }
}

async function* hashed(chunks: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
}
