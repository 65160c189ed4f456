import type { Accepted, Sending, StepResult, Work } from '@partner-upgrades/bulk'

/** What is saved of a row: when its create was sent, or its upgrade found, in milliseconds since 1970, and all that does not change with time. */
export type SavedRow = Omit<Work, 'attempt' | 'age'> & { readonly since?: number }

/** A row that one activity works on. */
export interface HeldRow {
  readonly saved: SavedRow
  /** Saves what is known of it now; `false` if another activity has taken it since, and nothing was saved. */
  save(row: SavedRow): Promise<boolean>
}

/** Where the rows are. Whoever takes one takes it away from whoever had it. */
export interface Rows {
  take(customerId: string): Promise<HeldRow>
}

/** What a step has to know of a row. */
export function workOf({ since, ...row }: SavedRow, now: number): Work {
  return since === undefined ? row : { ...row, attempt: String(since), age: now - since }
}

/** What is known of a row after an entry about it. */
export function after(work: SavedRow, entry: Sending | Accepted | StepResult, now: number): SavedRow {
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
