import { type AnyPartnerCenterError, isPartnerCenterError, isRetryable } from '@partner-upgrades/client'
import { type ExitCode, exitCodes } from '../process/exit-codes.ts'
import { toDuration } from '../terminal/duration.ts'
import { CliError } from './cli-error.ts'
import { adviceOnConnection, foreignAnswerAdvice } from './connection-advice.ts'
import { connectionCodeOf } from './connection-code.ts'
import type { Failure } from './failure.ts'

/** Converts the error of a call to a failure; one from neither the client nor the credentials is a defect of this program. */
export async function toClientFailure(error: unknown, interrupted: boolean): Promise<Failure> {
  if (error instanceof CliError) return error
  // The error that kept a create from being sent has its own advice.
  if (isPartnerCenterError(error) && error.cause instanceof CliError) return error.cause
  if (!isPartnerCenterError(error) && interrupted) return { ...interruption, advice: [] }
  // The client wraps the errors of its credential.
  if (!isPartnerCenterError(error) || (error.name === 'AuthenticationError' && error.reason === 'credential')) {
    const { toCredentialFailure } = await import('./credential-failure.ts')
    const failure = toCredentialFailure(error)
    if (failure) return failure
  }
  if (!isPartnerCenterError(error)) return defect(error)
  const told = { advice: await adviceOn(error), details: { error: error.toJSON() } }
  if (interrupted && error.name === 'AbortError') return { ...interruption, ...told }
  return {
    exitCode: interrupted ? exitCodes.interrupted : exitCodeOf(error),
    message: messageOf(error),
    ...told,
  }
}

const interruption = { exitCode: exitCodes.interrupted, message: 'Interrupted.' } as const

function defect(error: unknown): Failure {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return {
    exitCode: exitCodes.defect,
    message: 'Internal error. Please report it with this stack trace.',
    advice: text.split('\n'),
  }
}

/** The exit code for an error of the client. */
export function exitCodeOf(error: AnyPartnerCenterError): ExitCode {
  switch (error.name) {
    case 'AuthenticationError':
      return exitCodes.credentials
    case 'ConnectionError':
    case 'RequestTimeoutError':
    case 'ContractViolationError':
      return exitCodes.connection
    case 'OutcomeUnknownError':
      return exitCodes.unknown
    case 'AbortError':
      return exitCodes.interrupted
    case 'FaultError':
      if (error.status === 429) return exitCodes.throttled
      return isRetryable(error) ? exitCodes.connection : exitCodes.failed
    case 'NotSentError':
      return exitCodes.usage
    case 'UpgradeFailedError':
    case 'WaitDeadlineError':
      return exitCodes.failed
  }
}

function messageOf(error: AnyPartnerCenterError): string {
  // The library's own text is for programmers.
  if (error.name === 'OutcomeUnknownError') return 'It is not known whether the upgrade was created.'
  return error.message
}

async function adviceOn(error: AnyPartnerCenterError): Promise<readonly string[]> {
  const last = error.attempts?.at(-1)
  const ids = last ? [`For support: MS-RequestId ${last.requestId},`, `MS-CorrelationId ${last.correlationId}`] : []
  return [...(await remedies(error)), ...ids]
}

const checkNetwork = ['Check the network, its proxy and PARTNER_CENTER_BASE_URL.']

async function remedies(error: AnyPartnerCenterError): Promise<readonly string[]> {
  switch (error.name) {
    case 'OutcomeUnknownError':
      return error.accepted
        ? [
            'The service accepted the create, so it is never sent again. Rerun the same command later to find the upgrade.',
          ]
        : ['Rerun the same command: it looks for the upgrade first, and creates no other while there may be one.']
    case 'AuthenticationError':
      return ['Find out what is wrong with the credentials: partner-upgrades check']
    case 'AbortError':
      return ['An upgrade that was created continues on its own. Rerun the same command to follow it.']
    case 'ConnectionError':
      if (error.status !== undefined) return foreignAnswerAdvice
      return adviceOnConnection(connectionCodeOf(error)) ?? checkNetwork
    case 'RequestTimeoutError':
      return checkNetwork
    case 'FaultError': {
      if (error.status === 429) return [`Rerun the command in ${toDuration(error.retryAfter ?? 60_000)}.`]
      if (isRetryable(error)) return ['Try again later.']
      const { faults } = await import('@partner-upgrades/spec/faults')
      const known = Object.values(faults).find(({ code }) => code === error.code)
      return known ? [known.remedy, `More: partner-upgrades explain ${known.code}`] : []
    }
    default:
      return []
  }
}
