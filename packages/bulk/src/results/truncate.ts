import type { RecordedCall } from '../store/journal-entry.ts'
import { truncate } from '../store/truncate.ts'

/** The longest reason that results repeat, in UTF-16 code units: a cell of Excel holds 32,767. */
export const longestReason = 2_000
/** The longest name of a customer, likewise. */
export const longestName = 500
/** The longest code or header of the service, likewise. */
export const longestCode = 200

/** Bounds what the service may have put into the record of a call. */
export function truncateCall({ code, attempts, ...call }: RecordedCall): RecordedCall {
  return {
    ...call,
    attempts: attempts.map(({ cv, serverId, ...attempt }) => ({
      ...attempt,
      ...(cv && { cv: truncate(cv, longestCode) }),
      ...(serverId && { serverId: truncate(serverId, longestCode) }),
    })),
    ...(code && { code: truncate(code, longestCode) }),
  }
}
