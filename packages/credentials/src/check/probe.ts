import { randomUUID } from 'node:crypto'
import { isGuid } from '@partner-upgrades/spec/guid'
import { reasonOf } from '../entra/network.ts'
import { bodyLimit, discard, isRedirect, readText } from '../entra/read-body.ts'
import { check, printable } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import { parseJson } from '../shared/json.ts'
import { createRedactor, type Redactor } from '../shared/redact.ts'

/** The details of the request. */
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

/** The response to an eligibility request, as far as the check uses it. */
export interface Probe {
  /** The HTTP status. */
  readonly status: number
  /** Whether the response came from Partner Center, and not from something in front of it. */
  readonly isPartnerCenter: boolean
  /** The media type, such as `text/html`, or `no Content-Type`. */
  readonly kind: string
  /** The reason phrase, which is empty with HTTP/2. */
  readonly reason: string
  /** Whether it is the documented 401 without a body. */
  readonly isBareRefusal: boolean
  /** Whether it states the customer's eligibility. */
  readonly isEligibility: boolean
  /** The fault code, as text; `undefined` if it is missing or empty. */
  readonly serviceCode: string | undefined
  /** The description of the fault, redacted. */
  readonly description: string | undefined
  /** The response header `isMfaCompliant`: whether the user signed in with multifactor authentication; `undefined` if missing. */
  readonly isMfaCompliant: boolean | undefined
}

const loopback = /^http:\/\/(localhost|127(\.\d+){3}|\[::1])(:\d+)?$/

/**
 * Requests a customer's eligibility from Partner Center, which changes nothing. With `ValidateMfa`, the response may say whether the
 * user signed in with a second factor.
 *
 * @throws CredentialError if there is no response; the signal's reason if it is aborted.
 * @see https://learn.microsoft.com/partner-center/developer/get-eligibility-for-product-upgrade
 */
export async function probe(question: Question): Promise<Probe> {
  const { baseUrl, customerId, correlationId, token, timeout, signal, fetch } = question
  const base = new URL(URL.canParse(baseUrl) ? baseUrl : 'none:')
  check(base.protocol === 'https:' || loopback.test(base.origin), 'baseUrl must be https (http to loopback only)')
  check(isGuid(customerId), 'customerId must be a GUID')
  // An error of `fetch` would quote an invalid header value.
  check(printable.test(token), 'The token is empty or contains white space: is there a line break at its end?')
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
