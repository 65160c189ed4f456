/** The result of one customer, in the form in which bulk runs report it. */
export interface CustomerResult {
  /** The outcome, such as `completed`. */
  readonly outcome: string
  /** Why it ended that way. */
  readonly reason?:
    | {
        /** The fault code. */
        readonly code?: string | undefined
      }
    | undefined
}

/** Formats how a customer ended: the outcome and, except for `ineligible`, the reason's code, as in `rejected 900105`. */
export function endOf({ outcome, reason }: CustomerResult): string {
  return [outcome, outcome === 'ineligible' ? undefined : reason?.code].filter(Boolean).join(' ')
}

/**
 * Replaces `unknown 900105` by `rejected 900105`. If the response to a create was lost, a rejection of the next one does not prove that
 * nothing was created; with the naive service, it does.
 */
export function knownEnd(end: string): string {
  return end === 'unknown 900105' ? 'rejected 900105' : end
}

/** Returns how the customers with the IDs `guidOf(0)`, `guidOf(1)` and so on must end, in that order. */
export function fatesOf(count: number): readonly string[] {
  const fates = ['ineligible', 'rejected 900105', 'failed 900120', 'partial 900120']
  return Array.from({ length: count }, (_, number) => fates[number % 16] ?? 'completed')
}
