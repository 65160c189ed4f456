import type { Result } from './result.ts'

/** Writes a result as a line of JSON: all that the CSV says, in the types it has. */
export function toJsonLine({ attempts, calls, ...result }: Result): string {
  const correlationIds = attempts.map(({ correlationId }) => correlationId)
  return `${JSON.stringify({ ...result, requests: attempts.length, correlationIds })}\n`
}
