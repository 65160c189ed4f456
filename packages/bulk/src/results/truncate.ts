import type { RecordedCall } from '../store/journal-entry.ts'
import { truncate } from '../store/truncate.ts'

/** The maximum length of a customer's name, in UTF-16 code units. */
export const longestName = 500
/** The maximum length of a code or header of the service, in UTF-16 code units. */
export const longestCode = 200

/** Truncates the texts of the service in the record of a call. */
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
