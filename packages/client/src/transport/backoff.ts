/**
 * The wait before the next attempt, in milliseconds: 50% to 100% of 0.5, 1, 2, 4, … up to 16 seconds, at random. It is never shorter than
 * the service's `retryAfter`; from the second retry on, the exponential wait is added to that.
 *
 * @param retries the number of earlier retries, 0 for the first
 * @param random a number from 0 to 1
 */
export function backoff(retries: number, random: number, retryAfter?: number): number {
  const exponential = Math.min(16_000, 500 * 2 ** retries) * (0.5 + random / 2)
  if (retryAfter === undefined) return exponential
  return retries > 0 ? retryAfter + exponential : retryAfter
}
