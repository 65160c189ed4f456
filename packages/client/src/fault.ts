import type { OperationId } from '@partner-upgrades/spec'
import { AuthenticationError, type AuthenticationFailure, FaultError, type PartnerCenterError } from './errors.ts'
import { isKnownCode } from './fault-codes.ts'
import { findGuids } from './guid.ts'
import { isRecord } from './json.ts'
import { parseRetryAfter } from './retry-after.ts'

/** Codes of what another token of the same kind cannot mend. */
const failures: Readonly<Record<string, AuthenticationFailure>> = {
  900420: 'audience',
  900421: 'mfa',
  900329: 'appOnly',
}

/** Codes whose texts name the upgrade that is in place. */
const naming = /^9001(09|10|11)$/

/** The code of an error body as text: documented as a string, sampled as a number. */
export function codeOf(body: unknown): string | undefined {
  const code = isRecord(body) ? body.code : undefined
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined
}

/** Which trouble with the token it is that no refresh can mend, if it is one. */
export function authenticationFailure(body: unknown): AuthenticationFailure | undefined {
  return failures[codeOf(body) ?? '']
}

/** The error that an answer without success amounts to. Of the body, only the documented code and description go into it. */
export function toFault(
  operation: OperationId,
  { status, headers }: Response,
  body: unknown,
  customerId: string,
  now: number,
): PartnerCenterError {
  const serviceCode = codeOf(body)
  const { description: told, message: throttled, data } = isRecord(body) ? body : {}
  const description = clean(told ?? throttled)
  const text = `${operation} was answered ${[status, serviceCode].join(' ').trim()}${description ? `: ${description}` : ''}`
  const reason = authenticationFailure(body) ?? (status === 401 ? 'rejected' : undefined)
  if (reason) return new AuthenticationError(text, { reason, status, serviceCode, description })
  return new FaultError(text, {
    operation,
    status,
    code: isKnownCode(operation, serviceCode) ? serviceCode : 'unknown',
    serviceCode,
    description,
    retryAfter: parseRetryAfter(headers.get('Retry-After'), now),
    upgradeId: naming.test(serviceCode ?? '')
      ? (named(description, customerId) ?? named(JSON.stringify(data), customerId))
      : undefined,
  })
}

function named(text: string | undefined, customerId: string): string | undefined {
  return findGuids(text ?? '')
    .filter((guid) => guid.toLowerCase() !== customerId.toLowerCase())
    .at(-1)
}

/** A service that quotes the request must not put its token into logs. */
function clean(description: unknown): string | undefined {
  return typeof description === 'string'
    ? description.slice(0, 1024).replace(/\bBearer\s+\S+|\beyJ[\w.-]+/gi, '<token>')
    : undefined
}
