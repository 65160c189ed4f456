import type { Accepted, Sending, StepResult, Work } from '@partner-upgrades/bulk'

/** A row that one activity works on. */
export interface HeldRow {
  readonly work: Work
  /** Saves what is known of it now; `false` if another activity has taken it since, and nothing was saved. */
  save(work: Work): Promise<boolean>
}

/** Where the rows are. Whoever takes one takes it away from whoever had it. */
export interface Rows {
  take(customerId: string): Promise<HeldRow>
}

/** What is known of a row after an entry about it. */
export function after(work: Work, entry: Sending | Accepted | StepResult, now: number): Work {
  const { requestId, accepted, delay, upgradeId, ...rest } = work
  switch (entry.is) {
    case 'sending':
      return {
        ...rest,
        stage: 'sent',
        requestId: entry.requestId,
        since: now,
        ...(accepted && requestId === entry.requestId && { accepted }),
      }
    case 'accepted':
      return { ...work, stage: 'sent', requestId: entry.requestId, accepted: true }
    case 'created':
      return {
        ...rest,
        stage: 'created',
        upgradeId: entry.upgradeId,
        tries: 0,
        since: now,
        ...(requestId && { requestId }),
      }
    case 'postponed':
      return {
        ...(entry.anew ? { ...rest, stage: 'new' as const } : work),
        tries: entry.tries,
        ...(entry.delay !== undefined && { delay: entry.delay }),
      }
    case 'ended':
      return work
  }
}
