import { quick } from './quick.ts'

/** Something to be reached, and what was. */
export interface Goal {
  /** The whole sentence, given the limit in words such as `at most 1.10 ×`. */
  readonly claim: (limit: string) => string
  readonly direction: 'at most' | 'at least'
  readonly limit: number
  readonly measured: number
  /** How to write both figures. */
  readonly format: (value: number) => string
}

/** One plain sentence on a goal. */
export function toSentence({ claim, direction, limit, measured, format }: Goal): string {
  const met = direction === 'at most' ? measured <= limit : measured >= limit
  const verdict = quick ? 'Not judged' : met ? 'Met' : 'Missed'
  return `- **${verdict}:** ${claim(`${direction} ${format(limit)}`)}. Measured: ${format(measured)}.`
}

/** As `1.1 ×` or `1.104 ×`: with so many digits that what is missed by little does not look met. */
export function asRatio(value: number): string {
  return `${Number(value.toFixed(3))} ×`
}
