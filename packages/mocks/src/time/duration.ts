/** A duration: milliseconds, or text such as `'90s'`, `'10m'`, `'1.5h'`. */
export type Duration = number | `${number}${'ms' | 's' | 'm' | 'h' | 'd'}`

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * Converts a duration to milliseconds.
 *
 * @throws TypeError if it is invalid or negative.
 */
export function toMilliseconds(duration: Duration): number {
  const milliseconds = typeof duration === 'number' ? duration : parse(duration)
  if (milliseconds >= 0 && milliseconds < Number.POSITIVE_INFINITY) return milliseconds
  throw new TypeError(`Invalid duration: ${duration}. Use milliseconds, or text such as '90s', '10m' or '1h'.`)
}

function parse(text: string): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)$/.exec(text)
  return match === null ? Number.NaN : Number(match[1]) * (units[match[2] ?? ''] ?? Number.NaN)
}
