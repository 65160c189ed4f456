import { createPrivateTexts } from './private-texts.ts'
import { guids, type Pseudonyms } from './pseudonyms.ts'

/** Four times the maximum that the service promises: a longer text is not meant for people. */
const longest = 4096

/** The replacement for removed text of an unknown kind. */
export const removed = '<removed>'

/** Removes from texts what looks like a secret or a person, and what is known to be one. */
export interface Scrubber {
  /** Remembers a text that must not appear anywhere. */
  learn(text: string): void
  /** Scrubs a text for people. */
  text(text: string): string
  /** Scrubs the value of a header, but keeps numbers, which belong to the protocol. */
  header(text: string): string
  /** The pseudonyms for the GUIDs of the recording. */
  readonly pseudonyms: Pseudonyms
  /** Whether a text contains a known private text. */
  knows(text: string): boolean
}

/** Removes something from a text. */
type Rule = (text: string) => string

const replacing =
  (pattern: RegExp, replacement: string): Rule =>
  (text) =>
    text.replaceAll(pattern, replacement)

// Each rule takes linear time. A pattern that could begin at each letter of a word begins at the first; one whose end may be
// missing consumes the rest all the same and leaves it unchanged.
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

/** Replaces a JSON Web Token, or the beginning of one, and the rest of its word. */
function withoutToken(word: string): string {
  const start = word.search(/\beyJ[\w-]/)
  return start >= 0 && word.includes('.', start + 4) ? `${word.slice(0, start)}<token>` : word
}

/**
 * Creates a scrubber, which knows no private texts yet.
 *
 * @param vocabulary Words of the API itself, in lower case: they are never secret.
 */
export function createScrubber(pseudonyms: Pseudonyms, vocabulary: ReadonlySet<string>): Scrubber {
  const known = createPrivateTexts()
  const withoutPrivate = (text: string) => known.remove(text, removed)

  function scrub(text: string, rules: readonly Rule[]): string {
    if (text.length > longest) return removed
    const kept: string[] = []
    // A pseudonym looks like a secret itself, so it is set aside until the rest is done.
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
        // Short numbers occur everywhere.
        if (!/^\d{1,5}$/.test(secret) && !vocabulary.has(secret.toLowerCase())) known.add(secret)
      }
    },
    text: (text) => scrub(text, [...credentials, ...names, ...quotations, opaque, shortOpaque, numbers]),
    header: (text) => scrub(text, [...credentials, ...names, opaque]),
    knows: (text) => !vocabulary.has(text.toLowerCase()) && withoutPrivate(text) !== text,
  }
}
