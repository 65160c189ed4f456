import { basename } from 'node:path'
import type { Delimiter } from './delimiter.ts'
import { InputError, type InputProblem, ListError } from './errors.ts'
import { createGuidList } from './guid-list.ts'
import type { ListFormat } from './list-format.ts'
import { createNotes, type Notes } from './notes.ts'
import type { ParsedRow } from './parsed-row.ts'
import { type Reading, readRows } from './read-rows.ts'
import { createRowKeys } from './row-keys.ts'
import { type CustomerRow, createConverter } from './to-customer.ts'

/** A valid list of customers. Rows are counted from 0. */
export interface Customers {
  /** The file's name, without its folder. */
  readonly name: string
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
  /** The number of rows. */
  readonly size: number
  /** What was ignored, merged or corrected in the file, one sentence each. */
  readonly notes: readonly string[]
  /** The delimiter of the file, which results use as well; a comma for formats without delimiters. */
  readonly delimiter: Delimiter
  /** The customer ID of a row, counted from 0; a GUID in lower case. */
  customerId(row: number): string
  /** The product family of a row, counted from 0. */
  productFamily(row: number): string
  /**
   * Reads the rows again.
   *
   * @throws ListError if the file has changed.
   */
  rows(): AsyncIterable<CustomerRow>
}

/** The maximum number of problems to keep; there may be one on every line. */
const kept = 1_000
/** The maximum length of a problem's text, in characters: a file that is not a list may be one long line. */
const told = 200

/**
 * Reads a list of customers: CSV, JSON Lines, JSON or a workbook (.xlsx) with the customers' tenant IDs, and optionally product families
 * (Azure) and names. The columns may have the names that Partner Center, its PowerShell module and its API use.
 *
 * @throws InputError that lists all problems by line.
 * @throws ListError if the file does not exist, is not a list, or is not a regular file (a list is read more than once).
 */
export async function readCustomers(path: string): Promise<Customers> {
  const problems: InputProblem[] = []
  let count = 0
  const complain = (line: number, text: string): void => {
    if (count++ < kept) problems.push({ line, text: text.length > told ? `${text.slice(0, told)}…` : text })
  }
  const ids = createGuidList()
  const families = ['Azure']
  const numbers = new Map([['Azure', 0]])
  const familyOf: number[] = []
  const keys = createRowKeys()
  /** The indexes of duplicate rows, among all rows read. */
  const repeated = new Set<number>()
  const notes = createNotes()
  const { format, rows, hash } = await openList(
    path,
    notes,
    'Give a CSV, JSON Lines, JSON or .xlsx file. Nothing was sent.',
  )
  const convert = createConverter(notes)
  let size = 0
  for await (const parsed of rows) {
    const { row, problem } = convert(parsed)
    if (problem !== undefined) complain(parsed.line, problem)
    if (row === undefined) continue
    const { line, customerId, productFamily, name } = row
    const before = keys.add(row)
    if (before?.same) {
      notes.duplicate(line, before.line)
      repeated.add(size + repeated.size)
    } else if (before) {
      complain(line, `${customerId} is already on line ${before.line}, with another name than ${JSON.stringify(name)}`)
    } else {
      const number = numbers.get(productFamily) ?? families.push(productFamily) - 1
      numbers.set(productFamily, number)
      familyOf.push(number)
      ids.set(size++, customerId)
    }
  }
  if (size === 0 && count === 0) complain(1, 'the list contains no customers')
  if (count > 0) throw new InputError(path, problems, count)
  const expected = hash()

  async function* again(): AsyncGenerator<CustomerRow, void, undefined> {
    const advice = 'Restore it as it was, then run the same command again: everything done so far is recorded.'
    const reading = await openList(path, createNotes(), advice, format)
    const convert = createConverter(createNotes())
    let index = 0
    for await (const parsed of reading.rows) {
      const { row } = convert(parsed)
      if (row && !repeated.has(index++)) yield row
    }
    if (reading.hash() !== expected) throw new ListError(`${path} changed during the run. ${advice}`)
  }

  return {
    name: basename(path),
    hash: expected,
    size,
    notes: notes.lines(),
    delimiter: format.kind === 'csv' ? format.delimiter : ',',
    customerId: (row) => ids.get(row) ?? '',
    productFamily: (row) => families[familyOf[row] ?? 0] ?? 'Azure',
    rows: again,
  }
}

/** Starts to read the file; errors, now or while reading, include the advice. */
async function openList(path: string, notes: Notes, advice: string, format?: ListFormat): Promise<Reading> {
  const unreadable = (cause: unknown): ListError => {
    if (cause instanceof ListError) return cause
    const why = cause instanceof Error ? cause.message : String(cause)
    return new ListError(`${path} cannot be read (${why}). ${advice}`, { cause })
  }
  const reading = await readRows(path, notes, format).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  async function* readable(): AsyncGenerator<ParsedRow, void, undefined> {
    try {
      yield* reading.rows
    } catch (cause) {
      throw unreadable(cause)
    }
  }
  return { ...reading, rows: readable() }
}
