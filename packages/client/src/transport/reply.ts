import { findGuids, type OperationId, toGuid } from '@partner-upgrades/spec'
import { AuthenticationError, ContractViolationError, FaultError, type PartnerCenterError } from '../errors/errors.ts'
import { authenticationFailure, codeOf, toForeignAnswerError } from '../errors/fault.ts'
import type { ProductUpgradesClientOptions } from '../options/client-options.ts'
import { isFromPartnerCenter } from '../protocol/effect.ts'
import { parseRetryAfter } from '../protocol/retry-after.ts'
import { toText } from '../values/display-text.ts'
import { parseObject } from '../values/json.ts'
import { cachedText, textOf } from './body-text-cache.ts'

/** A result of openapi-fetch. Only `response.ok` indicates success: an empty body leaves `error` undefined as well. */
export interface Reply {
  /** The body of an unsuccessful response, as read by openapi-fetch. */
  readonly error?: unknown
  /** The response. */
  readonly response: Response
}

/** Codes whose texts name the conflicting upgrade. */
const naming = /^9001(09|10|11)$/

/**
 * Reads the JSON object of a response, and validates it.
 *
 * @throws ContractViolationError or ConnectionError for any other body. The parser's own error would quote it.
 */
export async function readObject<T extends object>(
  operation: OperationId,
  response: Response,
  { validate }: Pick<ProductUpgradesClientOptions, 'validate'>,
): Promise<T> {
  const { status, headers } = response
  const text = await textOf(response)
  const body = parseObject<T>(text)
  if (!body) {
    const foreign = /^\s*</.test(text) && !isFromPartnerCenter({ status, headers, text, body })
    throw foreign
      ? toForeignAnswerError(operation, status, headers)
      : new ContractViolationError('The response is not a JSON object')
  }
  validate?.(operation, body)
  return body
}

/**
 * Makes the error for an unsuccessful response. It contains only the documented code and description of the body.
 *
 * @param known the codes that the contract lists for the operation
 */
export function toFault(
  operation: OperationId,
  { response, error }: Reply,
  customerId: string,
  now: number,
  known: readonly (string | undefined)[],
): PartnerCenterError {
  const { status, headers } = response
  // If a middleware replaced the response, its text is not cached, but openapi-fetch has read it.
  const text = cachedText(response) ?? toText(error) ?? ''
  const body = parseObject(text)
  const serviceCode = codeOf(body)
  const { description: told, message: throttled, data }: Readonly<Record<string, unknown>> = Object(body)
  const description = clean(toText(told ?? throttled))
  if (status < 500 && status !== 408 && !isFromPartnerCenter({ status, headers, text, body }))
    return toForeignAnswerError(operation, status, headers)
  const message = `${operation} failed with ${[status, serviceCode].join(' ').trim()}${description ? `: ${description}` : ''}`
  // The status line may be the only sign of missing MFA.
  const bare = /MFA/i.test(response.statusText) ? 'mfa' : 'rejected'
  const reason = authenticationFailure(body) ?? (status === 401 ? bare : undefined)
  if (reason) return new AuthenticationError(message, { reason, status, serviceCode, description })
  return new FaultError(message, {
    operation,
    status,
    code: known.includes(serviceCode) ? serviceCode : 'unknown',
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

/** Redacts tokens: a service that quotes the request must not put its token into logs. */
function clean(description: string | undefined): string | undefined {
  return description?.replace(/\bBearer\s+\S+|\beyJ[\w.-]+/gi, '<token>')
}
