import { type CredentialError, type CredentialFailure, credentialErrorOf } from '@partner-upgrades/credentials'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import type { Failure } from '../failure.ts'

const codes: Readonly<Record<CredentialFailure, ExitCode>> = {
  options: exitCodes.usage,
  store: exitCodes.credentials,
  consent: exitCodes.credentials,
  client: exitCodes.credentials,
  connection: exitCodes.connection,
  service: exitCodes.connection,
}

const advice: Readonly<Record<CredentialFailure, readonly string[]>> = {
  options: [],
  store: [],
  consent: ['Sign in again: partner-upgrades login'],
  client: ['Look at PARTNER_CENTER_CLIENT_SECRET or PARTNER_CENTER_CERTIFICATE, and at their dates in Entra.'],
  connection: ['Look at the network and its proxy, and type the command again.'],
  service: ['Type the command again in a while.'],
}

const variables: Readonly<Record<string, string>> = {
  tenantId: 'PARTNER_CENTER_TENANT_ID',
  clientId: 'PARTNER_CENTER_CLIENT_ID',
  clientSecret: 'PARTNER_CENTER_CLIENT_SECRET',
  certificate: 'PARTNER_CENTER_CERTIFICATE',
  authority: 'PARTNER_CENTER_AUTHORITY',
  baseUrl: 'PARTNER_CENTER_BASE_URL',
}

/** What an error of the credentials amounts to; `undefined` for any other error. */
export function toCredentialFailure(error: unknown): Failure | undefined {
  const found = credentialErrorOf(error)
  return (
    found && {
      exitCode: codes[found.reason],
      message: named(found),
      advice: advice[found.reason],
      details: { error: found.toJSON() },
    }
  )
}

/** Names the variable where the library names its option. */
function named({ reason, message }: CredentialError): string {
  if (reason !== 'options') return message
  return message.replace(/\b[a-zA-Z]+\b/g, (word) =>
    Object.hasOwn(variables, word) ? (variables[word] ?? word) : word,
  )
}
