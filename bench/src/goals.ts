import { quick } from './quick.ts'

/** A goal with its limit and the measured value. */
export interface Goal {
  /** Writes the whole sentence, given the limit as text such as `at most 1.10 ×`. */
  readonly claim: (limit: string) => string
  readonly direction: 'at most' | 'at least'
  readonly limit: number
  readonly measured: number
  /** Formats the limit and the measured value. */
  readonly format: (value: number) => string
  /** Why the goal is missed, in Markdown, if the reason is known. */
  readonly why?: string
}

/** Formats a goal and its result as a list item. */
export function toSentence({ claim, direction, limit, measured, format, why }: Goal): string {
  const met = direction === 'at most' ? measured <= limit : measured >= limit
  const verdict = quick ? 'Not judged' : met ? 'Met' : 'Missed'
  const reason = met || why === undefined ? '' : ` ${why}`
  return `- **${verdict}:** ${claim(`${direction} ${format(limit)}`)}. Measured: ${format(measured)}.${reason}`
}

/** Formats a ratio as `1.1 ×` or `1.104 ×`: with enough digits that a narrowly missed goal does not look met. */
export function asRatio(value: number): string {
  return `${Number(value.toFixed(3))} ×`
}
