/** What a result says of a customer, as the results of bulk runs say it. */
export interface CustomerResult {
  /** The outcome, such as `completed`. */
  readonly outcome: string
  /** Why it ended that way. */
  readonly reason?:
    | {
        /** The code of the fault. */
        readonly code?: string | undefined
      }
    | undefined
}

/** How a customer ended: the outcome and, but for `ineligible`, the code of the reason, as in `rejected 900105`. */
export function endOf({ outcome, reason }: CustomerResult): string {
  return [outcome, outcome === 'ineligible' ? undefined : reason?.code].filter(Boolean).join(' ')
}

/**
 * The same end, where it is known. After a create whose answer was lost, a refusal of the next one proves nothing, though this service
 * has created nothing.
 */
export function knownEnd(end: string): string {
  return end === 'unknown 900105' ? 'rejected 900105' : end
}

/** How the customers whose IDs a number decides end, in the order of the numbers. */
export function fatesOf(count: number): readonly string[] {
  const fates = ['ineligible', 'rejected 900105', 'failed 900120', 'partial 900120']
  return Array.from({ length: count }, (_, number) => fates[number % 16] ?? 'completed')
}
