/** No service is left alone for longer than this because of one answer, in milliseconds. */
const longest = 3_600_000

/** Until when an answer asks to be left alone by its `Retry-After`, in seconds or as a date; 0 if it does not say. */
export function quietUntil(headers: Headers | undefined, now: number): number {
  const value = headers?.get('Retry-After')?.trim() ?? ''
  const until = /^\d+$/.test(value) ? now + Number(value) * 1_000 : /GMT$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(until) ? 0 : Math.min(until, now + longest)
}
