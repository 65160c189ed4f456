import { isPartnerCenterError } from './errors/errors.ts'
import type { Attempt } from './telemetry/audit.ts'

export { restoreError } from './errors/restore-error.ts'

/**
 * Summarizes an error in one paragraph for a support ticket with Partner Center: what happened, when, and under which IDs. Contains no
 * token and no body.
 *
 * @see https://learn.microsoft.com/partner-center/developer/headers
 */
export function describeForSupport(error: unknown): string {
  if (!isPartnerCenterError(error)) return 'This is not an error of the Partner Center client.'
  const { name, message, requestId = 'none', attempts = [] } = error
  const count = attempts.length === 1 ? '1 HTTP request was' : `${attempts.length} HTTP requests were`
  return [`${name}: ${message}.`, `MS-RequestId ${requestId}; ${count} sent.`, ...attempts.map(describeAttempt)].join(
    ' ',
  )
}

function describeAttempt(attempt: Attempt, index: number): string {
  const { operation, startedAt, duration, status, error, correlationId, cv, serverId } = attempt
  const ending = error ?? `status ${status}`
  const ids = [`MS-CorrelationId ${correlationId}`, cv && `MS-CV ${cv}`, serverId && `MS-ServerId ${serverId}`]
  return `(${index + 1}) ${operation} at ${startedAt}, ${ending} after ${Math.round(duration)} ms, ${ids.filter(Boolean).join(', ')}.`
}
