import { isEmptyGuid, isGuid, toGuid } from '@partner-upgrades/spec'
import { invisibleIn, withoutInvisible } from './invisible.ts'

/** A customer ID, after corrections. */
export interface CustomerId {
  /** The GUID, in lower case. */
  readonly guid: string
  /** What was corrected in the cell, in words; empty if nothing. */
  readonly corrected: readonly string[]
}

/** Characters that programs substitute for a hyphen: dashes and minus signs. */
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const quotes = /^['"`]|['"`]$/g
const urn = /^urn:uuid:/i
/** The longest cell to check: no GUID is longer, even with other characters in and around it. */
const longest = 200
/** Characters around an ID whose removal is not reported. */
const usual: ReadonlySet<string> = new Set(['spaces', 'U+0009', 'U+000A', 'U+000D'])

/**
 * Parses a customer ID: a GUID, which may be in braces or quotes, lack hyphens, or contain dashes and invisible characters.
 *
 * Returns `undefined` for anything else, and for the all-zero GUID.
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
