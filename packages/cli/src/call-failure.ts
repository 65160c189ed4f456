import { type AnyPartnerCenterError, isPartnerCenterError } from '@partner-upgrades/client'
import { toDuration } from './duration.ts'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import type { Failure } from './failure.ts'
import { printable } from './printable.ts'

/** What an error of a call amounts to; what is neither the client's nor the credentials' is a defect of this program. */
export async function toFailureOfCall(error: unknown, interrupted: boolean): Promise<Failure> {
  if (!isPartnerCenterError(error) && interrupted) return { ...interruption, advice: [] }
  // The client wraps what its credential throws.
  if (!isPartnerCenterError(error) || (error.name === 'AuthenticationError' && error.reason === 'credential')) {
    const { toCredentialFailure } = await import('./credentials/credential-failure.ts')
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
  return { exitCode: exitCodes.defect, message: 'This should not have happened.', advice: text.split('\n') }
}

/** The exit code that an error of the client ends the program with. */
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
      return error.status === 408 || error.status >= 500 ? exitCodes.connection : exitCodes.failed
    case 'UpgradeFailedError':
    case 'WaitDeadlineError':
      return exitCodes.failed
  }
}

function messageOf(error: AnyPartnerCenterError): string {
  // The library's own text is for programmers.
  if (error.name === 'OutcomeUnknownError') return 'It is not known whether the upgrade was created.'
  return printable(error.message)
}

async function adviceOn(error: AnyPartnerCenterError): Promise<readonly string[]> {
  const last = error.attempts?.at(-1)
  const ids = last ? [`For support: MS-RequestId ${last.requestId},`, `MS-CorrelationId ${last.correlationId}`] : []
  return [...(await remedies(error)), ...ids]
}

async function remedies(error: AnyPartnerCenterError): Promise<readonly string[]> {
  switch (error.name) {
    case 'OutcomeUnknownError':
      return ['Type the same command again: it finds the upgrade, or creates it.']
    case 'AuthenticationError':
      return ['What is wrong with the credentials: partner-upgrades check']
    case 'AbortError':
      return ['An upgrade that was created goes on by itself. Type the same command again to follow it.']
    case 'ConnectionError':
    case 'RequestTimeoutError':
      return ['Look at the network, its proxy and PARTNER_CENTER_BASE_URL.']
    case 'FaultError': {
      if (error.status === 429) return [`Type the command again in ${toDuration(error.retryAfter ?? 60_000)}.`]
      if (error.status >= 500) return ['Type the command again in a while.']
      const { faults } = await import('@partner-upgrades/spec/faults')
      const known = Object.values(faults).find(({ code }) => code === error.code)
      return known ? [known.remedy, `More: partner-upgrades explain ${known.code}`] : []
    }
    default:
      return []
  }
}
