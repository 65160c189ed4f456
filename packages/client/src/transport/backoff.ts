/**
 * How long to wait before the next attempt, in milliseconds: a random half to whole of 0.5, 1, 2, 4, … up to 16 seconds.
 * `retryAfter`, what the service asked for, is never undercut; when it was asked for more than once, the exponential wait comes on top.
 *
 * @param retries how many retries there were before, 0 for the first
 * @param random a number from 0 to 1
 */
export function backoff(retries: number, random: number, retryAfter?: number): number {
  const exponential = Math.min(16_000, 500 * 2 ** retries) * (0.5 + random / 2)
  if (retryAfter === undefined) return exponential
  return retries > 0 ? retryAfter + exponential : retryAfter
}
