import type { Result } from './result.ts'

/** Formats a result as a line of JSON, with everything in the CSV in its proper types. */
export function toJsonLine({ attempts, calls, ...result }: Result): string {
  const correlationIds = attempts.map(({ correlationId }) => correlationId)
  return jsonLine({ ...result, requests: attempts.length, correlationIds })
}

/** Formats a value as one line for every reader: escapes characters that JSON need not escape but that break lines or control terminals. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}\n`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
