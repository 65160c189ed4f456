/**
 * Reads a `Retry-After` header, in seconds or as a date, into milliseconds from `now`. A date in the past is 0. What is neither
 * (garbage, negative) is `undefined`; an enormous number stays one, for the caller to cap.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(value: string | null | undefined, now: number): number | undefined {
  const text = value?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000
  // `Date.parse` alone finds a date in almost anything.
  const date = /^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
