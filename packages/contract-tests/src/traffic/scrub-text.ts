import { createPrivateTexts } from './private-texts.ts'
import { guids, type Pseudonyms } from './pseudonyms.ts'

/** Four times what the service promises as the most: a longer text is none for people. */
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
  /** The GUIDs that stand for those of the recording. */
  readonly pseudonyms: Pseudonyms
  /** Whether a text contains a known private text. */
  knows(text: string): boolean
}

/** Takes something out of a text. */
type Rule = (text: string) => string

const replacing =
  (pattern: RegExp, replacement: string): Rule =>
  (text) =>
    text.replaceAll(pattern, replacement)

// Each takes a time that grows with the text and no faster. Where a pattern could begin at each letter of a word, it begins
// at the first; where it may lack its end, it takes the rest all the same and leaves it as it is.
const credentials: readonly Rule[] = [
  replacing(/-----BEGIN [\s\S]*?(?:-----END [^-]*-----|$)/g, '<secret>'),
  (text) => text.replaceAll(/[\w.-]+/g, withoutToken),
  replacing(/\b(Bearer|Basic|Negotiate|Digest)\s+[\w.~+/-]{8,}=*/gi, '$1 <token>'),
  replacing(
    /(?<![\w-])([\w-]*(?:secret|password|passwd|pwd|token|api-?key|signature|sig|assertion|credential))(["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&]+)/gi,
    '$1$2<secret>',
  ),
]
const names: readonly Rule[] = [
  replacing(/(?<![\p{L}\p{N}._%+'@-])[\p{L}\p{N}._%+'@-]*[\p{L}\p{N}._%+'-]@[\p{L}\p{N}.-]+/gu, '<email>'),
  replacing(/(?<![\p{L}\p{N}.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,}(?![\p{L}\p{N}-])/gu, '<domain>'),
]
const quotations: readonly Rule[] = [
  replacing(/"[^"\n]+"/g, '"<removed>"'),
  (text) => text.replaceAll(/[“„«‘][^”“»’\n]+([”“»’]?)/g, (all, end) => (end === '' ? all : removed)),
  replacing(/(?<!\w)'[^'\n]+'(?!\w)/g, "'<removed>'"),
]
const opaque = replacing(/[A-Za-z0-9+/_~.=-]{24,}/g, '<secret>')
const shortOpaque: Rule = (text) =>
  text.replaceAll(/[A-Za-z0-9+/_~=-]{16,}/g, (word) => (/\d/.test(word) && /[A-Za-z]/.test(word) ? '<secret>' : word))
const numbers = replacing(/(?<![\p{L}\p{N}])\+?\d[\d ()/.-]{4,}\d/gu, '<number>')

/** A JSON Web Token, or the beginning of one, with what hangs on it. */
function withoutToken(word: string): string {
  const start = word.search(/\beyJ[\w-]/)
  return start >= 0 && word.includes('.', start + 4) ? `${word.slice(0, start)}<token>` : word
}

/**
 * A scrubber without known private texts.
 *
 * @param vocabulary Words of the API itself, in lower case: they are never secret.
 */
export function createScrubber(pseudonyms: Pseudonyms, vocabulary: ReadonlySet<string>): Scrubber {
  const known = createPrivateTexts()
  const withoutPrivate = (text: string) => known.remove(text, removed)

  function scrub(text: string, rules: readonly Rule[]): string {
    if (text.length > longest) return removed
    const kept: string[] = []
    // A pseudonym would look like a secret itself: it is set aside until the rest is done.
    const aside = text.replaceAll(/[\uE000\uE001]/g, '').replaceAll(guids, (guid) => {
      kept.push(pseudonyms(guid))
      return `\uE000${kept.length - 1}\uE001`
    })
    const clean = rules.reduce((result, rule) => rule(result), withoutPrivate(aside))
    return clean.replaceAll(/\uE000(\d+)\uE001/g, (_, index) => kept[Number(index)] ?? removed)
  }

  return {
    pseudonyms,
    learn(text) {
      for (const part of text.split(guids)) {
        const secret = part.trim()
        // Short numbers are in everything.
        if (!/^\d{1,5}$/.test(secret) && !vocabulary.has(secret.toLowerCase())) known.add(secret)
      }
    },
    text: (text) => scrub(text, [...credentials, ...names, ...quotations, opaque, shortOpaque, numbers]),
    header: (text) => scrub(text, [...credentials, ...names, opaque]),
    knows: (text) => !vocabulary.has(text.toLowerCase()) && withoutPrivate(text) !== text,
  }
}
