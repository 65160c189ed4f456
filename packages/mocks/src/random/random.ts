/** Reproducible randomness: the same seed gives the same values in the same order. */
export interface Random {
  /** An integer from 0 up to, but not including, `limit`. */
  integer(limit: number): number
  /** A GUID (version 4), in lower case. */
  guid(): string
  /** A text of random characters from an alphabet. */
  text(length: number, alphabet: string): string
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Creates randomness from a seed. It is predictable: never use it for secrets. */
export function createRandom(seed: string | number): Random {
  const next = sfc32(seedWords(String(seed)))
  const integer = (limit: number) => Math.floor((next() / 0x1_0000_0000) * limit)
  return {
    integer,
    guid: () => {
      const [a, b, c, d] = [next(), next(), next(), next()]
      const version = (b & 0xffff_0fff) | 0x4000
      const variant = (c & 0x3fff_ffff) | 0x8000_0000
      return `${word(a)}-${half(version >>> 16)}-${half(version)}-${half(variant >>> 16)}-${half(variant)}${word(d)}`
    },
    text: (length, alphabet) => drawText(next, length, alphabet),
  }
}

/** Takes as many characters from each draw as its 32 bits allow. */
function drawText(next: () => number, length: number, alphabet: string): string {
  const { length: size } = alphabet
  let text = ''
  for (let bits = 0, room = 0; text.length < length; bits = Math.floor(bits / size), room /= size) {
    if (room < size) {
      bits = next()
      room = 0x1_0000_0000
    }
    text += alphabet[bits % size]
  }
  return text
}

function word(bits: number): string {
  return half(bits >>> 16) + half(bits)
}

function half(bits: number): string {
  return `${hex[(bits >>> 8) & 255]}${hex[bits & 255]}`
}

/** Derives four words of state from any text (the `cyrb128` construction). */
function seedWords(text: string): [number, number, number, number] {
  const words: [number, number, number, number] = [1_779_033_703, 3_144_134_277, 1_013_904_242, 2_773_480_762]
  const factors = [597_399_067, 2_869_860_233, 951_274_213, 2_716_044_179] as const
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    for (const at of [0, 1, 2, 3] as const)
      words[at] = Math.imul(words[at] ^ code ^ (words[(at + 1) % 4] ?? 0), factors[at])
  }
  return words
}

/** Small Fast Counter, 32 bits wide, by Chris Doty-Humphrey: fast, and without patterns that could disturb a test. */
function sfc32([a, b, c, d]: [number, number, number, number]): () => number {
  const next = (): number => {
    const result = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + result) | 0
    return result >>> 0
  }
  for (let warm = 0; warm < 15; warm += 1) next()
  return next
}
