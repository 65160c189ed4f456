import type { Operation, ResponseContract } from '@partner-upgrades/spec'

/** The contract's response for a status: that of the status itself, else of its class (`4XX`), else `default`. */
export function responseFor(operation: Operation, status: number): ResponseContract | undefined {
  const { responses } = operation
  return responses[String(status)] ?? responses[`${Math.floor(status / 100)}XX`] ?? responses.default
}

/** A status for a key of `responses`: the key itself, or one that the key covers. */
export function statusFor(key: string): number {
  if (key === 'default') return 500
  return Number(key.replace(/XX$/i, '00'))
}

/** The keys of an operation's responses, successes first. */
export function responseKeys(operation: Operation): readonly string[] {
  return Object.keys(operation.responses).sort((a, b) => rank(a) - rank(b))
}

function rank(key: string): number {
  return key.startsWith('2') ? 0 : key === 'default' ? 2 : 1
}

/** The media types an operation responds with: those of its successes or, if they have no body, those of its errors. */
export function producedTypes(operation: Operation): readonly string[] {
  const types = (keep: (key: string) => boolean) =>
    Object.entries(operation.responses).flatMap(([key, { content }]) => (keep(key) ? Object.keys(content) : []))
  const successes = types((key) => key.startsWith('2'))
  if (successes.length > 0) return [...new Set(successes)]
  // A caller cannot ask for a gateway's HTML.
  return [...new Set(types((key) => !key.startsWith('5')))]
}

/** Whether a response of this status has no body, whatever the contract says (RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5). */
export function isWithoutBody(status: number): boolean {
  return status < 200 || status === 204 || status === 205 || status === 304
}

/**
 * Whether a response may have the `Content-Length` of its body: a 204 must not have one, and that of a 304 or of a response to
 * HEAD would be the length of the response to GET (RFC 9110, section 8.6).
 */
export function mayHaveContentLength(method: string | undefined, status: number): boolean {
  return status !== 204 && status !== 304 && method !== 'HEAD'
}
