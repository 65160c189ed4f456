/** Nobody waits longer than a day because of one header, in milliseconds. */
const longest = 86_400_000

/**
 * How long an answer asks to wait, by its `Retry-After` in seconds or as a date: the only place that reads it. A date is
 * compared with the answer's own `Date`, since the clock of this machine may be wrong; a date in the past is 0.
 *
 * @param now milliseconds since 1970, for an answer without a `Date`
 * @returns milliseconds, at most a day; `undefined` for an answer that does not say, or says it in another way.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const text = headers.get('Retry-After') ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(longest, Number(text) * 1000)
  const sent = parseDate(headers.get('Date'))
  const date = parseDate(text)
  return Number.isNaN(date) ? undefined : Math.min(longest, Math.max(0, date - (Number.isNaN(sent) ? now : sent)))
}

/** `Date.parse` alone finds a date in almost anything. */
function parseDate(text: string | null): number {
  return text && text.length < 100 && /^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN
}
