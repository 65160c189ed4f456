import type { Accepted, Sending, StepResult, Work } from '@partner-upgrades/bulk'

/** The saved state of a row. `since` is when its create was sent or its upgrade was found, in milliseconds since 1970. */
export type SavedRow = Omit<Work, 'attempt' | 'age'> & { readonly since?: number }

/** A row that an activity is working on. */
export interface HeldRow {
  readonly saved: SavedRow
  /** Saves the new state; `false` if another activity has taken the row since, and nothing was saved. */
  save(row: SavedRow): Promise<boolean>
}

/** The store of the rows. Taking a row takes it away from its previous holder. */
export interface Rows {
  take(customerId: string): Promise<HeldRow>
}

/** Returns the state of a row as a step needs it. */
export function workOf({ since, ...row }: SavedRow, now: number): Work {
  return since === undefined ? row : { ...row, attempt: String(since), age: now - since }
}

/** Returns the state of a row after an entry. */
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
