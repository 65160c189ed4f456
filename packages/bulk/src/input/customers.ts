import { basename } from 'node:path'
import { BulkError, InputError, type InputProblem } from '../errors.ts'
import { createGuidList, isGuid } from '../guid-bytes.ts'
import { type Read, type Reading, readRows } from './read-rows.ts'

/** One row of the list. */
export interface CustomerRow {
  /** The line of the file, counted from 1. */
  readonly line: number
  /** The customer's tenant, a GUID in lower case. */
  readonly customerId: string
  readonly productFamily: string
  /** What the customer is called, for reports alone. */
  readonly name?: string
}

/** A list of customers that was found to be sound. Rows are counted from 0. */
export interface Customers {
  /** The file's name, without its folder. */
  readonly name: string
  /** SHA-256 of the file, in hexadecimal. */
  readonly hash: string
  readonly size: number
  customerId(row: number): string
  productFamily(row: number): string
  /**
   * Reads the rows once more.
   *
   * @throws BulkError if the file has changed.
   */
  rows(): AsyncIterable<CustomerRow>
}

/** How many problems are kept; there may be as many as lines. */
const kept = 1_000
/** How much of a problem is told, in characters: what is no list may be one long line. */
const told = 200

/**
 * Reads a list of customers: CSV or JSON Lines with `customerId`, and perhaps `productFamily` (Azure) and `name`.
 *
 * @throws InputError naming everything that is wrong, by line.
 * @throws BulkError if there is no such file.
 */
export async function readCustomers(path: string): Promise<Customers> {
  const problems: InputProblem[] = []
  let count = 0
  const complain = (line: number, text: string): void => {
    if (count++ < kept) problems.push({ line, text: text.length > told ? `${text.slice(0, told)}…` : text })
  }
  const ids = createGuidList()
  const families = ['Azure']
  const familyOf: number[] = []
  const seen = new Map<string, number>()
  const { rows, hash } = await openList(path, 'Give a CSV or JSON Lines file. Nothing was sent.')
  let size = 0
  for await (const read of rows) {
    const row = toRow(read, complain)
    if (!row) continue
    const { line, customerId, productFamily } = row
    const family = productFamily.toLowerCase()
    const key = family === 'azure' ? customerId : `${customerId} ${family}`
    const first = seen.get(key)
    if (first !== undefined) {
      complain(line, `${customerId} is on line ${first} already`)
      continue
    }
    seen.set(key, line)
    if (!families.includes(productFamily)) families.push(productFamily)
    familyOf.push(families.indexOf(productFamily))
    ids.set(size++, customerId)
  }
  if (size === 0 && count === 0) complain(1, 'there are no customers in it')
  if (count > 0) throw new InputError(path, problems, count)
  const expected = hash()

  async function* again(): AsyncGenerator<CustomerRow, void, undefined> {
    const advice = 'Put it back as it was, and run the same command again: what was done is recorded.'
    const reading = await openList(path, advice)
    for await (const read of reading.rows) {
      const row = toRow(read, () => {})
      if (row) yield row
    }
    if (reading.hash() !== expected) throw new BulkError(`${path} has changed while it was worked on. ${advice}`)
  }

  return {
    name: basename(path),
    hash: expected,
    size,
    customerId: (row) => ids.get(row) ?? '',
    productFamily: (row) => families[familyOf[row] ?? 0] ?? 'Azure',
    rows: again,
  }
}

/** Begins to read the file; says what to do where that fails, at once or later. */
async function openList(path: string, advice: string): Promise<Reading> {
  const unreadable = (cause: unknown): BulkError => {
    const why = cause instanceof Error ? cause.message : String(cause)
    return new BulkError(`${path} cannot be read (${why}). ${advice}`, { cause })
  }
  const { rows, hash } = await readRows(path).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  async function* readable(): AsyncGenerator<Read, void, undefined> {
    try {
      yield* rows
    } catch (cause) {
      throw unreadable(cause)
    }
  }
  return { rows: readable(), hash }
}

function toRow(
  { line, values, problem }: Read,
  complain: (line: number, text: string) => void,
): CustomerRow | undefined {
  if (problem !== undefined) {
    complain(line, problem)
    return undefined
  }
  const { customerId, productFamily, name } = values
  const family = productFamily === undefined || productFamily === null || productFamily === '' ? 'Azure' : productFamily
  if (!isGuid(customerId) || /^[0-]*$/.test(customerId)) {
    complain(line, `customerId is no GUID: ${JSON.stringify(customerId) ?? 'there is none'}`)
  } else if (typeof family !== 'string' || !/^[ -~]{1,100}$/.test(family)) {
    complain(line, `productFamily is no name: ${JSON.stringify(family)}`)
  } else {
    const called = typeof name === 'string' && name !== '' ? { name } : {}
    return { line, customerId: customerId.toLowerCase(), productFamily: family, ...called }
  }
  return undefined
}
