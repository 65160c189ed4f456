import type { OperationId } from '@partner-upgrades/spec'
import { type AuthenticationFailure, ConnectionError } from './errors.ts'

/** Codes of authentication failures that a refreshed token cannot fix. */
const failures: Readonly<Record<number, AuthenticationFailure>> = {
  // The code for 900421 in 2020.
  10001: 'mfa',
  900420: 'audience',
  900421: 'mfa',
  900329: 'appOnly',
}

/** The code of an error body as text: documented as a string, sampled as a number. */
export function codeOf(body: unknown): string | undefined {
  const code: unknown = Object(body).code
  return typeof code === 'string' || typeof code === 'number' ? String(code).slice(0, 100) : undefined
}

/** The authentication failure that an error body reports, if it is one that no refresh can fix. */
export function authenticationFailure(body: unknown): AuthenticationFailure | undefined {
  // Looked up by number: a code may be the name of an inherited property, such as `constructor`.
  return failures[Number(codeOf(body))]
}

/** Makes the error for a response that did not come from Partner Center: not a refusal, but an outage like others. */
export function toForeignAnswerError(operation: OperationId, status: number, headers: Headers): ConnectionError {
  const type = headers.get('Content-Type')?.slice(0, 100) ?? 'no Content-Type'
  return new ConnectionError(
    `${operation} failed with ${status} (${type}) from something other than Partner Center, such as a firewall, a proxy or a sign-in page`,
    { status },
  )
}
