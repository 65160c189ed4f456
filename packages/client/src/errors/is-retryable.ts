import { isPartnerCenterError } from './errors.ts'

/** HTTP statuses and error names. */
const retryable: readonly unknown[] = [408, 429, 500, 502, 503, 504, 'ConnectionError', 'RequestTimeoutError']

/**
 * Whether the same request may succeed later; this is decided here only. Whether a create may be sent again also depends on its effect.
 *
 * @param failure an error, the name of one, or an HTTP status
 */
export function isRetryable(failure: unknown): boolean {
  if (isPartnerCenterError(failure)) return isRetryable(failure.name === 'FaultError' ? failure.status : failure.name)
  return retryable.includes(failure)
}
