import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream'
import { CsvError, parse } from 'csv-parse'

/** The columns of a list, by their names in lower case. */
export const columns = { customerid: 'customerId', productfamily: 'productFamily', name: 'name' } as const

/** A line of the file with what its columns hold; or what is wrong with it. */
export type Read =
  | { readonly line: number; readonly values: Readonly<Record<string, unknown>>; readonly problem?: never }
  | { readonly line: number; readonly problem: string; readonly values?: never }

/** A file that is being read. */
export interface Reading {
  readonly rows: AsyncIterable<Read>
  /** SHA-256 of the file in hexadecimal; to be asked when all rows were read. */
  hash(): string
}

/**
 * Reads a list line by line, as CSV or JSON Lines, whichever it is.
 *
 * @throws what the file system throws.
 */
export async function readRows(path: string): Promise<Reading> {
  const start = await firstBytes(path)
  const hash = createHash('sha256')
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 })
  bytes.on('data', (chunk) => hash.update(chunk))
  const rows = /^\uFEFF?\s*\{/.test(start) ? readJsonLines(bytes) : readCsv(bytes, delimiterOf(start))
  return { rows, hash: () => hash.digest('hex') }
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** Spreadsheets write what their country is used to. */
function delimiterOf(start: string): string {
  const [header = ''] = start.replace(/^[\uFEFF\s]+/, '').split(/[\r\n]/)
  return [';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ','
}

async function* readCsv(bytes: NodeJS.ReadableStream, delimiter: string): AsyncGenerator<Read, void, undefined> {
  const parser = parse({
    delimiter,
    // Whatever was added with another program may end its lines in another way.
    record_delimiter: ['\r\n', '\n', '\r'],
    bom: true,
    info: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  // The parser passes the errors of the file on.
  pipeline(bytes, parser, () => {})
  let header: readonly string[] | undefined
  try {
    for await (const { record, info } of parser) {
      const line: number = info.lines
      const cells: readonly string[] = record
      if (header === undefined) {
        header = cells.map((cell) => knownColumn(cell))
        for (const problem of headerProblems(cells)) yield { line, problem }
        // Without it, there would be the same to say of every line.
        if (!header.includes('customerId')) return
      } else if (cells.length === header.length) {
        yield { line, values: Object.fromEntries(header.map((name, index) => [name, cells[index]])) }
      } else {
        yield { line, problem: `${cells.length} columns where the first line has ${header.length}` }
      }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    yield { line: Number(error.lines ?? 0), problem: `this is no CSV: ${error.message}` }
  }
}

function knownColumn(name: string): string {
  return Object.entries(columns).find(([lower]) => lower === name.toLowerCase())?.[1] ?? name
}

function headerProblems(header: readonly string[]): readonly string[] {
  const known = Object.values(columns)
  const names = header.map(knownColumn)
  const list = known.join(', ')
  return [
    ...(names.includes('customerId') ? [] : [`the first line has to name the columns, and there is no customerId`]),
    ...names
      .filter((name) => !known.some((each) => each === name))
      .map((name) => `there is no column ${JSON.stringify(name)}: there are ${list}`),
    ...names.filter((name, index) => names.indexOf(name) < index).map((name) => `the column ${name} is there twice`),
  ]
}

async function* readJsonLines(bytes: NodeJS.ReadableStream): AsyncGenerator<Read, void, undefined> {
  let line = 0
  for await (const text of createInterface({ input: bytes, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    const trimmed = text.replace(/^\uFEFF/, '').trim()
    if (trimmed !== '') yield readJsonLine(trimmed, line)
  }
}

function readJsonLine(text: string, line: number): Read {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { line, problem: 'this is no JSON object' }
  }
  const unknown = Object.keys(value).filter((name) => !Object.values(columns).some((each) => each === name))
  if (unknown.length > 0) {
    const list = Object.values(columns).join(', ')
    return { line, problem: `there is no ${unknown.map((name) => JSON.stringify(name)).join(', ')}: there are ${list}` }
  }
  return { line, values: { ...value } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
