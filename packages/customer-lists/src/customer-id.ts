import { isEmptyGuid, isGuid, toGuid } from '@partner-upgrades/spec'
import { invisibleIn, withoutInvisible } from './invisible.ts'

/** A customer ID as it was meant. */
export interface CustomerId {
  /** The GUID, in lower case. */
  readonly guid: string
  /** What had to be corrected in the cell, in words; empty if nothing. */
  readonly corrected: readonly string[]
}

/** What programs put in place of a hyphen: dashes and minus signs. */
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const quotes = /^['"`]|['"`]$/g
const urn = /^urn:uuid:/i
/** No GUID is longer, whatever is in and around it. */
const longest = 200
/** Around an ID, these need no mention. */
const usual: ReadonlySet<string> = new Set(['spaces', 'U+0009', 'U+000A', 'U+000D'])

/**
 * Reads a customer ID: a GUID, perhaps in braces or quotes, without hyphens, or with dashes and invisible characters in it.
 *
 * Returns `undefined` for anything else, and for the GUID of zeros.
 */
export function toCustomerId(cell: unknown): CustomerId | undefined {
  if (typeof cell !== 'string' || cell.length > longest) return undefined
  const exact: boolean = isGuid(cell) && !isEmptyGuid(cell)
  if (exact) return { guid: cell.toLowerCase(), corrected: [] }
  const visible = withoutInvisible(cell)
  const hyphenated = visible.replace(dashes, '-')
  const bare = hyphenated.replace(quotes, '').replace(urn, '')
  const guid = toGuid(bare)
  if (guid === undefined) return undefined
  const within = invisibleIn(cell.trim())
  const corrected = [
    ...invisibleIn(cell).filter((each) => within.includes(each) || !usual.has(each)),
    ...(hyphenated === visible ? [] : ['dashes']),
    ...(bare === hyphenated ? [] : [urn.test(hyphenated) ? 'urn:uuid:' : 'quotes']),
    ...(/^[{(]|[})]$/.test(bare) ? ['braces'] : []),
    ...(bare.split('-').length === 5 ? [] : ['missing hyphens']),
  ]
  return { guid: guid.toLowerCase(), corrected }
}
