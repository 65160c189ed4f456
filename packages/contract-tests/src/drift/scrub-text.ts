import { createLearntTexts } from './learnt-texts.ts'
import { guids, type Pseudonyms } from './pseudonyms.ts'

/** Four times what the service promises as the most: a longer text is none for people, and would take long to search. */
const longest = 4096

/** What stands where something was removed and nothing more is known of it. */
export const removed = '<removed>'

/** Removes from texts what looks like a secret or a person, and what is known to be one. */
export interface Scrubber {
  /** Remembers a text that must not show anywhere. */
  learn(text: string): void
  /** A text for people. */
  text(text: string): string
  /** The value of a header: numbers in it are the protocol's. */
  header(text: string): string
  readonly pseudonyms: Pseudonyms
  /** Whether a text contains something that was learnt. */
  knows(text: string): boolean
}

const credentials: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, '<secret>'],
  [/\beyJ[\w-]+\.[\w-]*(?:\.[\w-]*)*/g, '<token>'],
  [/\b(Bearer|Basic|Negotiate|Digest)\s+[\w.~+/-]{8,}=*/gi, '$1 <token>'],
  [
    /\b([\w-]*(?:secret|password|passwd|pwd|token|api-?key|signature|sig|assertion|credential))(["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    '$1$2<secret>',
  ],
]
const people: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+/gu, '<email>'],
  [/(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?![\p{L}\p{N}-])/gu, '<domain>'],
  [/"[^"\n]+"/g, '"<removed>"'],
  [/[“„«‘][^”“»’\n]+[”“»’]/g, removed],
  [/(?<!\w)'[^'\n]+'(?!\w)/g, "'<removed>'"],
]
const opaque = /[A-Za-z0-9+/_~.=-]{24,}/g
const shortOpaque = /(?=[A-Za-z+/_~=-]*\d)(?=[\d+/_~=-]*[A-Za-z])[A-Za-z0-9+/_~=-]{16,}/g
const numbers = /(?<![\p{L}\p{N}])\+?\d[\d ()/.-]{4,}\d/gu

/**
 * A scrubber that has learnt nothing yet.
 *
 * @param vocabulary Words of the API itself, in lower case: they are never secret.
 */
export function createScrubber(pseudonyms: Pseudonyms, vocabulary: ReadonlySet<string>): Scrubber {
  const learnt = createLearntTexts()
  const withoutLearnt = (text: string) => learnt.remove(text, removed)

  function scrub(text: string, rules: readonly (readonly [RegExp, string])[]): string {
    if (text.length > longest) return removed
    const kept: string[] = []
    // A pseudonym would look like a secret itself: it is set aside until the rest is done.
    const aside = text.replaceAll(/[\uE000\uE001]/g, '').replaceAll(guids, (guid) => {
      kept.push(pseudonyms(guid))
      return `\uE000${kept.length - 1}\uE001`
    })
    const clean = rules.reduce(
      (result, [pattern, replacement]) => result.replaceAll(pattern, replacement),
      withoutLearnt(aside),
    )
    return clean.replaceAll(/\uE000(\d+)\uE001/g, (_, index) => kept[Number(index)] ?? removed)
  }

  return {
    pseudonyms,
    learn(text) {
      for (const part of text.split(guids)) {
        const secret = part.trim()
        // Short numbers are in everything.
        if (!/^\d{1,5}$/.test(secret) && !vocabulary.has(secret.toLowerCase())) learnt.add(secret)
      }
    },
    text: (text) =>
      scrub(text, [...credentials, ...people, [opaque, '<secret>'], [shortOpaque, '<secret>'], [numbers, '<number>']]),
    header: (text) => scrub(text, [...credentials, ...people.slice(0, 2), [opaque, '<secret>']]),
    knows: (text) => !vocabulary.has(text.toLowerCase()) && withoutLearnt(text) !== text,
  }
}
