/**
 * The wait before the next poll, in milliseconds: 1.5 times the last one, limited to `shortest` and `longest`, with a jitter of ±10%.
 *
 * @param random a number from 0 to 1
 */
export function pollDelay(last: number | undefined, random: number, shortest: number, longest: number): number {
  const next = last === undefined ? shortest : Math.max(shortest, last * 1.5)
  return Math.min(longest, next) * (0.9 + random / 5)
}
