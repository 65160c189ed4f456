/** Takes known secrets out of text that came from outside. */
export interface Redactor {
  /** Adds what must not be shown from now on; anything but a text of four characters or more is ignored. */
  add(...secrets: readonly unknown[]): void
  /** The text without the secrets, however a server spells them. */
  redact(text: string): string
  /** A text from outside as it may be kept and shown: redacted, on one line, and short; `undefined` for anything else. */
  quote(value: unknown): string | undefined
}

/** Characters that a quoted text has at most. */
const quoteLimit = 500

/** Characters that are read for it at most: looking for secrets takes time. */
const readLimit = 16_384

/** Shorter secrets are not looked for: that would take ordinary words apart. */
const shortest = 4

/** A long secret is looked for in parts of this many characters, so that a part of it is found as well. */
const partLength = 32

/** Characters that a part may take up when it is spelled at its longest. */
const cutLength = 16 * partLength

const placeholder = '[secret]'

/** Makes a redactor for these secrets. */
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
      // The cut may leave the beginning of a secret at the end, which is not recognised any more.
      const head = value.length > readLimit ? redact(value.slice(0, readLimit)).slice(0, -cutLength) : redact(value)
      const line = head.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
      return line.length > quoteLimit ? `${line.slice(0, quoteLimit)}…` : line
    },
  }
}

/** Where a pattern matches, from and to: also where one match begins within another, or a part that repeats itself would be missed. */
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

/** One character as it is, percent-encoded (more than once, too), or escaped in JSON. */
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

/** Digits in either case. */
function toHex(value: number, digits: number): string {
  return value
    .toString(16)
    .padStart(digits, '0')
    .replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`)
}
