import { type Columns, findColumns } from './column-names.ts'
import { toCustomerId } from './customer-id.ts'
import { foreignIn, isBlank } from './invisible.ts'
import type { Notes } from './notes.ts'
import type { ParsedRow } from './parsed-row.ts'

/** One row of the list. */
export interface CustomerRow {
  /** The line of the file, counted from 1. */
  readonly line: number
  /** The customer's tenant, a GUID in lower case. */
  readonly customerId: string
  /** The product family, `Azure` unless the list names another. */
  readonly productFamily: string
  /** The name of the customer, for reports only. */
  readonly name?: string
}

/** A row, or a problem; neither for a blank row. */
export type Converted = { readonly row?: CustomerRow; readonly problem?: string }

/** Creates a function that converts rows to customers; it looks up the columns only when they change. */
export function createConverter(notes: Notes): (parsed: ParsedRow) => Converted {
  let latest: readonly string[] | undefined
  let columns: Columns | undefined
  return (parsed) => {
    if (parsed.problem !== undefined) return { problem: parsed.problem }
    if ('blank' in parsed) {
      notes.blankRow()
      return {}
    }
    const { line, cells } = parsed
    if (parsed.columns !== latest) {
      latest = parsed.columns
      columns = findColumns(latest)
      for (const index of columns?.ignored ?? []) if (latest[index]) notes.ignoredColumn(latest[index])
    }
    if (columns === undefined) return { problem: 'the customer ID is missing' }
    if (cells.some((cell, index) => !latest?.[index] && !isBlank(cell))) notes.ignoredColumn('')
    return toCustomer(line, cells, latest ?? [], columns, notes)
  }
}

function toCustomer(
  line: number,
  cells: readonly unknown[],
  names: readonly string[],
  columns: Columns,
  notes: Notes,
): Converted {
  const ids = columns.customerId.filter((index) => !isBlank(cells[index]))
  const [at] = ids
  const customer = toCustomerId(at === undefined ? undefined : cells[at])
  if (at === undefined || customer === undefined) {
    const index = at ?? columns.customerId[0] ?? 0
    return { problem: `${names[index]} is not a GUID: ${shown(cells[index])}${foreign(cells[index])}` }
  }
  const other = ids.find((index) => toCustomerId(cells[index])?.guid !== customer.guid)
  if (other !== undefined) return { problem: disagreement(names, cells, at, other) }
  const families = columns.productFamily.filter((index) => !isBlank(cells[index]))
  const family = families[0] === undefined ? 'Azure' : cells[families[0]]
  if (typeof family !== 'string' || !/^[ -~]{1,100}$/.test(family)) {
    return { problem: `productFamily is not a name: ${shown(family)}` }
  }
  const otherFamily = families.find((index) => cells[index] !== family)
  if (families[0] !== undefined && otherFamily !== undefined) {
    return { problem: disagreement(names, cells, families[0], otherFamily) }
  }
  if (customer.corrected.length > 0) notes.corrected(line, customer.corrected)
  const name = columns.name === undefined ? undefined : cells[columns.name]
  const called = typeof name === 'string' && name !== '' ? { name } : {}
  if (called.name?.includes('\ufffd')) notes.lostCharacters(line)
  else if (called.name && /[^\0-\x7f]/.test(called.name)) notes.accented(line, called.name)
  return { row: { line, customerId: customer.guid, productFamily: family, ...called } }
}

function disagreement(names: readonly string[], cells: readonly unknown[], one: number, other: number): string {
  const told = [one, other].map((index) => `${JSON.stringify(names[index])} is ${shown(cells[index])}`)
  return `${told.join(', but ')}: remove one of the columns`
}

/** Formats a value for a message. Arrays and objects are not spelled out: they may be nested too deeply to serialize. */
function shown(value: unknown): string {
  if (value === undefined) return 'it is missing'
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return Array.isArray(value) ? 'an array' : 'an object'
}

/** Names characters that may look like others, or be invisible. */
function foreign(value: unknown): string {
  const characters = typeof value === 'string' ? foreignIn(value.slice(0, 200)).slice(0, 5) : []
  return characters.length > 0 ? ` (with ${characters.join(', ')})` : ''
}
