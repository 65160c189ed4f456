import type { Result } from './result.ts'

/** Writes a result as a line of JSON: all that the CSV says, in the types it has. */
export function toJsonLine({ attempts, calls, ...result }: Result): string {
  const correlationIds = attempts.map(({ correlationId }) => correlationId)
  return jsonLine({ ...result, requests: attempts.length, correlationIds })
}

/** Writes a value as one line to all readers: JSON allows characters unescaped at which some of them split, and that steer terminals. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\p{Cc}\u2028\u2029]/gu, escaped)}\n`
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
