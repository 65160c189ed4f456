import { EntryError } from '../errors.ts'
import { findInvalidMember, isEntry, isEvent, longestText } from './entry-schema.ts'
import { isRowEntry, type JournalEntry } from './journal-entry.ts'
import { truncate } from './truncate.ts'

/** The maximum nesting of objects; recorded calls are four levels deep. */
const deepest = 32

/**
 * Validates an entry, and returns it as it will be read back: plain JSON, with the texts of a reason cut to 1,024 characters and lone
 * surrogates replaced. Every `Store` must call this before it writes.
 *
 * @param rows the number of rows of the list
 * @throws EntryError if a member is missing, unknown or invalid.
 */
export function checkEntry(entry: JournalEntry, rows: number): JournalEntry {
  const { is, row } = identify(entry)
  const copy = copyOf(entry, is, row)
  if (typeof copy !== 'object' || copy === null) throw new EntryError('it is not a plain object')
  const invalid = findInvalidMember(copy)
  if (invalid) throw new EntryError(invalid, is, row)
  if (!isEvent(copy) || !isEntry(copy)) throw new EntryError('only stores write it', is)
  if (isRowEntry(copy) && copy.row >= rows) throw new EntryError(`"row" is not one of the ${rows} of the list`, is, row)
  return copy
}

/** Reads the type and the row of an entry, for error messages. */
function identify(entry: unknown): { readonly is?: unknown; readonly row?: unknown } {
  try {
    const { is, row }: { readonly is?: unknown; readonly row?: unknown } = Object(entry)
    return { is, row }
  } catch {
    return {}
  }
}

function copyOf(entry: unknown, is: unknown, row: unknown): unknown {
  try {
    if (!isPlainObject(entry)) return undefined
    const members = Object.entries(entry).filter(([, member]) => member !== undefined)
    return Object.fromEntries(members.map(([name, member]) => [name, toPlain(member, name, name === 'reason')]))
  } catch (cause) {
    throw new EntryError(cause instanceof InvalidMemberError ? cause.message : 'it cannot be read', is, row, { cause })
  }
}

function toPlain(value: unknown, name: string, isReason: boolean, depth = 0): unknown {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return truncate(value, isReason ? longestText : value.length)
  // JSON has no negative zero.
  if (typeof value === 'number' && Number.isFinite(value)) return value + 0
  if (depth < deepest && Array.isArray(value)) return Array.from(value, (each) => toPlain(each, name, false, depth + 1))
  if (depth < deepest && isPlainObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined)
    return Object.fromEntries(members.map(([key, member]) => [key, toPlain(member, name, isReason, depth + 1)]))
  }
  throw new InvalidMemberError(`"${name}" holds what JSON cannot express`)
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return (prototype === Object.prototype || prototype === null) && !('toJSON' in value)
}

/** Describes an invalid member; the caller adds the entry. */
class InvalidMemberError extends Error {}
