import type { OperationId } from '@partner-upgrades/spec'
import { type AuthenticationFailure, ConnectionError } from './errors.ts'

/** Codes of what another token of the same kind cannot mend. */
const failures: Readonly<Record<number, AuthenticationFailure>> = {
  // What 900421 was called in 2020.
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

/** Which trouble with the token it is that no refresh can mend, if it is one. */
export function authenticationFailure(body: unknown): AuthenticationFailure | undefined {
  // By number: a code may be the name of any property, such as `constructor`.
  return failures[Number(codeOf(body))]
}

/** The error where something in front of Partner Center has answered: it is no refusal, and an outage like others. */
export function toForeignAnswerError(operation: OperationId, status: number, headers: Headers): ConnectionError {
  const type = headers.get('Content-Type')?.slice(0, 100) ?? 'no Content-Type'
  return new ConnectionError(
    `${operation} was answered ${status} (${type}) by something other than Partner Center, such as a firewall, a proxy or a sign-in page`,
    { status },
  )
}
