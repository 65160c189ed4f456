/** Removes known secrets from text that came from outside. */
export interface Redactor {
  /** Adds secrets to redact from now on; ignores anything but strings of at least four characters. */
  add(...secrets: readonly unknown[]): void
  /** Replaces the secrets in a text, however a server encodes them. */
  redact(text: string): string
  /** Makes a text from outside safe to store and show: redacted, on one line, and short. Returns `undefined` for non-strings and `''`. */
  quote(value: unknown): string | undefined
}

/** The maximum length of a quoted text, in characters. */
const quoteLimit = 500

/** The maximum number of characters searched for secrets before quoting: the search takes time. */
const readLimit = 16_384

/** Shorter secrets are ignored: redacting them would mutilate ordinary words. */
const shortest = 4

/** A long secret is searched for in parts of this many characters, so that a truncated secret is found, too. */
const partLength = 32

/** The maximum length of an encoded part, in characters. */
const cutLength = 16 * partLength

const placeholder = '[secret]'

/** Creates a redactor for these secrets. */
export function createRedactor(...secrets: readonly unknown[]): Redactor {
  const patterns = new Map<string, readonly RegExp[]>()

  function add(...more: readonly unknown[]): void {
    for (const secret of more) {
      if (typeof secret === 'string' && secret.length >= shortest && !patterns.has(secret))
        patterns.set(secret, toPatterns(secret))
    }
  }

  function redact(text: string): string {
    const found = [...patterns.values()]
      .flat()
      .flatMap((pattern) => findAll(pattern, text))
      .sort(([a], [b]) => a - b)
    let redacted = ''
    let end = 0
    for (const [from, to] of found) {
      if (from > end || end === 0) redacted += text.slice(end, from) + placeholder
      end = Math.max(end, to)
    }
    return redacted + text.slice(end)
  }

  add(...secrets)
  return {
    add,
    redact,
    quote(value) {
      if (typeof value !== 'string' || value === '') return undefined
      // The cut may leave the beginning of a secret at the end, where it is no longer recognized.
      const head = value.length > readLimit ? redact(value.slice(0, readLimit)).slice(0, -cutLength) : redact(value)
      const line = head.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
      return line.length > quoteLimit ? `${line.slice(0, quoteLimit)}…` : line
    },
  }
}

/** Finds all matches of a pattern as [start, end], even overlapping ones: a part that repeats itself would be missed otherwise. */
function findAll(pattern: RegExp, text: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push([match.index, pattern.lastIndex])
    pattern.lastIndex = match.index + 1
  }
  return found
}

function toPatterns(secret: string): readonly RegExp[] {
  const characters = [...secret]
  const count = Math.ceil(characters.length / partLength)
  return Array.from({ length: count }, (_, index) => {
    const [from, to] = [index, index + 1].map((part) => Math.floor((part * characters.length) / count))
    return new RegExp(characters.slice(from, to).map(toSpellings).join(''), 'g')
  })
}

/** Builds a pattern for a character: unchanged, percent-encoded (even repeatedly), or escaped in JSON. */
function toSpellings(character: string): string {
  const units = character.split('').map((unit) => `u${toHex(unit.charCodeAt(0), 4)}`)
  const percent = [...Buffer.from(character)].map((byte) => `%(?:25){0,3}${toHex(byte, 2)}`)
  const short = shortEscapes[character]
  const spellings = [
    character.replace(/\W/g, '\\$&'),
    percent.join(''),
    units.map((unit) => `\\\\{1,8}${unit}`).join(''),
    ...(short ? [`\\\\{1,8}${short}`] : []),
    ...(character === ' ' ? ['\\+'] : []),
  ]
  return `(?:${spellings.join('|')})`
}

/** https://www.rfc-editor.org/rfc/rfc8259#section-7 */
const shortEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\\\',
  '/': '\\/',
  '\b': 'b',
  '\f': 'f',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
}

/** Builds a pattern for hexadecimal digits in either case. */
function toHex(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
