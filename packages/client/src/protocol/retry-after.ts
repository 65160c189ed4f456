/** The longest wait that one header can cause, in milliseconds: a day. */
const longest = 86_400_000

/**
 * Parses `Retry-After`, in seconds or as a date; the header is read here only. A date is compared with the `Date` of the same response,
 * since the clock of this machine may be wrong; a date in the past is 0.
 *
 * @param now milliseconds since 1970, used for a response without a `Date`
 * @returns milliseconds, at most a day; `undefined` if the header is missing or in any other form.
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-retry-after
 */
export function parseRetryAfter(headers: Pick<Headers, 'get'>, now: number): number | undefined {
  const text = headers.get('Retry-After') ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(longest, Number(text) * 1000)
  const sent = parseDate(headers.get('Date'))
  const date = parseDate(text)
  return Number.isNaN(date) ? undefined : Math.min(longest, Math.max(0, date - (Number.isNaN(sent) ? now : sent)))
}

/** Accepts HTTP dates only: `Date.parse` alone finds a date in almost any text. */
function parseDate(text: string | null): number {
  return text && text.length < 100 && /^[A-Z][a-z]+, .+ GMT$/.test(text) ? Date.parse(text) : Number.NaN
}
