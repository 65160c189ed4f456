import { randomUUID } from 'node:crypto'
import { isGuid } from '@partner-upgrades/spec/guid'
import { reasonOf } from '../entra/network.ts'
import { bodyLimit, discard, isRedirect, readText } from '../entra/read-body.ts'
import { check, printable } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { parseJson } from '../shared/json.ts'
import { createRedactor, type Redactor } from '../shared/redact.ts'

/** What is asked. */
interface Question {
  readonly baseUrl: string
  readonly customerId: string
  readonly correlationId: string
  readonly token: string
  /** In milliseconds. */
  readonly timeout: number
  readonly signal: AbortSignal | undefined
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

/** What Partner Center answered to a token. */
export interface Probe {
  /** The HTTP status. */
  readonly status: number
  /** Whether it was Partner Center that answered, and not something in front of it. */
  readonly isPartnerCenter: boolean
  /** What it was, by its media type, such as `text/html`. */
  readonly kind: string
  /** The reason phrase, which HTTP/2 does not have. */
  readonly reason: string
  /** Whether it is the documented 401 without a body. */
  readonly isBareRefusal: boolean
  /** Whether it says if the customer is eligible. */
  readonly isEligibility: boolean
  /** The fault code of the answer, as text; `undefined` if it is missing or empty. */
  readonly serviceCode: string | undefined
  /** The description of the fault, as it may be shown. */
  readonly description: string | undefined
  /** `isMfaCompliant` of the answer: whether the token has multi-factor authentication. */
  readonly isMfaCompliant: boolean | undefined
}

const loopback = /^http:\/\/(localhost|127(\.\d+){3}|\[::1])(:\d+)?$/

/**
 * Asks Partner Center whether a customer is eligible: the one operation for upgrades that only reads. With `ValidateMfa` the answer
 * tells whether the user was asked for a second factor.
 *
 * @throws CredentialError if there is no answer; the signal's reason if that is aborted.
 * @see https://learn.microsoft.com/partner-center/developer/get-eligibility-for-product-upgrade
 */
export async function probe(question: Question): Promise<Probe> {
  const { baseUrl, customerId, correlationId, token, timeout, signal, fetch } = question
  const base = new URL(URL.canParse(baseUrl) ? baseUrl : 'none:')
  check(base.protocol === 'https:' || loopback.test(base.origin), 'baseUrl must be https (http to loopback only)')
  check(isGuid(customerId), 'customerId must be a GUID')
  // The error of `fetch` would show it.
  check(printable.test(token), 'The token is empty, or holds white space: is there a line break at its end?')
  const headers = {
    Authorization: `Bearer ${token}`,
    Accept: 'application/json',
    'Content-Type': 'application/json',
    'MS-Contract-Version': 'v1',
    'MS-RequestId': randomUUID(),
    'MS-CorrelationId': correlationId,
    ValidateMfa: 'true',
  }
  const body = JSON.stringify({ customerId, productFamily: 'Azure' })
  const url = `${base.href.replace(/(?<!\/)\/+$/, '')}/v1/productUpgrades/eligibility`
  const limit = AbortSignal.timeout(timeout)
  const ending = signal ? AbortSignal.any([limit, signal]) : limit
  let response: Response
  let text: string | undefined = ''
  try {
    response = await fetch(url, { method: 'POST', redirect: 'manual', headers, body, signal: ending })
    if (isRedirect(response)) discard(response)
    else text = await readText(response, ending)
  } catch (cause) {
    signal?.throwIfAborted()
    if (limit.aborted)
      throw new CredentialError('connection', `Partner Center at ${base.host} did not answer within ${timeout} ms`)
    const connectionCode = createRedactor(token).quote(reasonOf(cause)) ?? 'unknown'
    throw new CredentialError('connection', `Partner Center at ${base.host} could not be reached: ${connectionCode}`, {
      connectionCode,
    })
  }
  const { status } = response
  if (text === undefined)
    throw new CredentialError(
      'service',
      `Partner Center at ${base.host} answered ${status} with more than ${bodyLimit} bytes`,
    )
  return read(response, text, createRedactor(token))
}

function read(response: Response, text: string, { quote }: Redactor): Probe {
  const { status, statusText: reason, headers } = response
  const { code, description, isEligible }: Readonly<Record<string, unknown>> = Object(parseJson(text))
  const serviceCode = typeof code === 'number' ? String(code) : quote(code)
  const mfa = headers.get('isMfaCompliant')
  const isOwn = [...headers.keys()].some((name) => name.startsWith('ms-'))
  const isBareRefusal = status === 401 && text === '' && headers.has('WWW-Authenticate')
  const isFault = status >= 400 && serviceCode !== undefined && typeof description === 'string'
  return {
    status,
    reason,
    kind: quote(headers.get('Content-Type')?.split(';')[0]) ?? 'no Content-Type',
    isBareRefusal,
    isEligibility: status === 200 && typeof isEligible === 'boolean',
    isPartnerCenter: !isRedirect(response) && (isOwn || isFault || isBareRefusal),
    serviceCode,
    description: quote(description),
    isMfaCompliant: mfa === null ? undefined : mfa.toLowerCase() === 'true',
  }
}
