import { findGuids, type OperationFaults, type OperationId, operationFaults, toGuid } from '@partner-upgrades/spec'
import { isFromPartnerCenter } from '../protocol/effect.ts'
import { parseRetryAfter } from '../protocol/retry-after.ts'
import { toText } from '../values/display-text.ts'
import { isRecord, parseObject } from '../values/json.ts'
import {
  AuthenticationError,
  type AuthenticationFailure,
  ConnectionError,
  FaultError,
  type PartnerCenterError,
} from './errors.ts'

/** Codes of what another token of the same kind cannot mend. */
const failures: Readonly<Record<number, AuthenticationFailure>> = {
  900420: 'audience',
  900421: 'mfa',
  900329: 'appOnly',
}

/** Codes whose texts name the upgrade that is in place. */
const naming = /^9001(09|10|11)$/

/** The code of an error body as text: documented as a string, sampled as a number. */
export function codeOf(body: unknown): string | undefined {
  const code = isRecord(body) ? body.code : undefined
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

/** The error that an answer without success amounts to. Of the body, only the documented code and description go into it. */
export function toFault(
  operation: OperationId,
  { status, headers }: Response,
  text: string,
  customerId: string,
  now: number,
): PartnerCenterError {
  const body = parseObject(text)
  const serviceCode = codeOf(body)
  const { description: told, message: throttled, data } = isRecord(body) ? body : {}
  const description = clean(toText(told ?? throttled))
  if (status < 500 && status !== 408 && !isFromPartnerCenter({ status, headers, text, body }))
    return toForeignAnswerError(operation, status, headers)
  const message = `${operation} was answered ${[status, serviceCode].join(' ').trim()}${description ? `: ${description}` : ''}`
  const reason = authenticationFailure(body) ?? (status === 401 ? 'rejected' : undefined)
  if (reason) return new AuthenticationError(message, { reason, status, serviceCode, description })
  return new FaultError(message, {
    operation,
    status,
    code: isKnownCode(operation, serviceCode) ? serviceCode : 'unknown',
    serviceCode,
    description,
    retryAfter: parseRetryAfter(headers, now),
    upgradeId: naming.test(serviceCode ?? '')
      ? (named(description, customerId) ?? named(JSON.stringify(data), customerId))
      : undefined,
  })
}

function named(text: string | undefined, customerId: string): string | undefined {
  return findGuids(text ?? '')
    .filter((guid) => toGuid(guid) && guid.toLowerCase() !== customerId.toLowerCase())
    .at(-1)
}

/** A service that quotes the request must not put its token into logs. */
function clean(description: string | undefined): string | undefined {
  return description?.replace(/\bBearer\s+\S+|\beyJ[\w.-]+/gi, '<token>')
}

/** Whether the contract's catalogue has a code for an operation. */
function isKnownCode<Operation extends OperationId>(
  operation: Operation,
  code: string | undefined,
): code is OperationFaults[Operation] {
  const known: readonly (string | undefined)[] = operationFaults[operation]
  return known.includes(code)
}
