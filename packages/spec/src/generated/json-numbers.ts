// Generated from the OpenAPI description. Do not edit: change the YAML and run `npm run generate`.

// Parses numbers as written on the wire. The compiler copies this file beside its output.

/** The grammar of a JSON number (RFC 8259, section 6). */
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i

/** Parses a JSON number (RFC 8259, section 6); undefined for any other text, and for a number that is too large. */
export function parseJsonNumber(text: string): number | undefined {
  if (!jsonNumber.test(text)) return undefined
  const value = toNumber(text)
  return Number.isFinite(value) ? value : undefined
}

/**
 * Parses JSON so that integers near the limits of `int64` stay on their side of them, whereas `JSON.parse` rounds them to the limit.
 *
 * @throws {SyntaxError} if the text is not JSON.
 */
export function parseJson(text: string): unknown {
  return text.includes('337203685477') ? JSON.parse(text, keepSide) : JSON.parse(text)
}

function keepSide(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? toNumber(context.source) : value
}

const edge = 2 ** 63

/** Like `Number`, but a number less than a limit of `int64` stays less: the neighbors of 2^63 are 1024 below and 2048 above. */
function toNumber(text: string): number {
  const value = Number(text)
  if (Math.abs(value) !== edge || text.length > longest || !isLess(text, value)) return value
  return value - (value > 0 ? 1024 : 2048)
}

/** The maximum length that is compared exactly, in characters: longer numbers would serve only to exhaust the machine. */
const longest = 1_000

/** Whether the exact value of a text is less than an integer of about the same size. */
function isLess(text: string, limit: number): boolean {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const shift = Number(exponent) - fraction.length
  const digits = BigInt(whole + fraction)
  const bound = BigInt(limit)
  return shift >= 0 ? digits * 10n ** BigInt(shift) < bound : digits < bound * 10n ** BigInt(-shift)
}
