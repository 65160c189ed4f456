import { type CredentialError, type CredentialFailure, credentialErrorOf } from '@partner-upgrades/credentials'
import { type EntraError, findEntraError } from '@partner-upgrades/credentials/entra-errors'
import { type ExitCode, exitCodes } from '../process/exit-codes.ts'
import { CliError } from './cli-error.ts'
import { adviceOnConnection, foreignAnswerAdvice } from './connection-advice.ts'
import type { Failure } from './failure.ts'
import { settingOf, toSettings } from './setting-names.ts'

const codes: Readonly<Record<CredentialFailure, ExitCode>> = {
  options: exitCodes.usage,
  store: exitCodes.credentials,
  consent: exitCodes.credentials,
  client: exitCodes.credentials,
  connection: exitCodes.connection,
  service: exitCodes.connection,
}

/** The advice for errors without a known Entra code. */
const advice: Readonly<Record<CredentialFailure, readonly string[]>> = {
  options: [],
  store: [],
  consent: ['Sign in again: partner-upgrades login'],
  client: ['Check PARTNER_CENTER_CLIENT_SECRET or PARTNER_CENTER_CERTIFICATE, and their expiry dates in Entra.'],
  connection: ['Check the network and its proxy, then rerun the command.'],
  service: ['Try again later.'],
}

/** The advice during a sign-in, which involves neither secret nor certificate. */
const adviceInLogin: Readonly<Record<CredentialFailure, readonly string[]>> = {
  ...advice,
  consent: ['Run the command again, and complete the sign-in.'],
  client: [
    'Check PARTNER_CENTER_TENANT_ID, PARTNER_CENTER_CLIENT_ID and the registration of the application in Entra.',
  ],
}

const nextStep: Readonly<Record<EntraError['signIn'], readonly string[]>> = {
  no: [],
  now: advice.consent,
  afterwards: ['Then sign in again: partner-upgrades login'],
}

const nextStepInLogin: typeof nextStep = { no: [], now: [], afterwards: ['Then run this command again.'] }

/**
 * Converts an error of the credentials to a failure; `undefined` for any other error.
 *
 * @param signingIn whether it happened in `login`, where "sign in again" is no advice
 */
export function toCredentialFailure(error: unknown, signingIn = false): Failure | undefined {
  const found = credentialErrorOf(error)
  return (
    found && {
      exitCode: codes[found.reason],
      message: named(found),
      advice: [...adviceOn(found, signingIn), ...idsOf(found)],
      details: { error: found.toJSON() },
    }
  )
}

/** Runs a sign-in, whose errors get their own advice. */
export async function signingIn<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const failure = toCredentialFailure(error, true)
    if (!failure) throw error
    throw new CliError(failure.exitCode, failure.message, failure.advice, error, failure.details)
  }
}

function adviceOn(
  { reason, serviceCode = '', connectionCode, isForeign }: CredentialError,
  signingIn: boolean,
): readonly string[] {
  if (isForeign) return foreignAnswerAdvice
  if (reason === 'connection') return adviceOnConnection(connectionCode) ?? advice.connection
  const known = findEntraError(serviceCode)
  if (!known) return (signingIn ? adviceInLogin : advice)[reason]
  return [toSettings(known.remedy), ...(signingIn ? nextStepInLogin : nextStep)[known.signIn]]
}

function idsOf({ correlationId, traceId, timestamp }: CredentialError): readonly string[] {
  const ids = [
    ...(correlationId ? [`Correlation ID ${correlationId}`] : []),
    ...(traceId ? [`Trace ID ${traceId}`] : []),
    ...(timestamp ? [`Timestamp ${timestamp}`] : []),
  ]
  return ids.map((id, index) => `${index === 0 ? 'For support: ' : ''}${id}${index < ids.length - 1 ? ',' : ''}`)
}

/** Replaces the names of the library's options by those of their environment variables. */
function named({ reason, message }: CredentialError): string {
  if (reason !== 'options') return message
  return message.replace(/\b[a-zA-Z]+\b/g, (word) => settingOf(word) ?? word)
}
