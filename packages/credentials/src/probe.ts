import { randomUUID } from 'node:crypto'
import { CredentialError } from './errors.ts'
import { check, guid, printable } from './settings.ts'

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

/** What Partner Center said to a token. */
export interface Probe {
  readonly status: number
  /** Whether it was Partner Center that answered, and not something in front of it. */
  readonly isPartnerCenter: boolean
  readonly serviceCode: string | undefined
  /** Whether it says so itself. */
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
  check(guid.test(customerId), 'customerId must be a GUID')
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
  const url = `${base.href.replace(/\/+$/, '')}/v1/productUpgrades/eligibility`
  const limit = AbortSignal.timeout(timeout)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers,
      body,
      signal: AbortSignal.any([limit, ...(signal ? [signal] : [])]),
    })
    const content = parse(await response.text())
    const { code } = Object(content)
    const mfa = response.headers.get('isMfaCompliant')
    return {
      status: response.status,
      isPartnerCenter: response.headers.has('MS-CorrelationId') || response.headers.has('MS-RequestId'),
      serviceCode: typeof code === 'string' || typeof code === 'number' ? String(code) : undefined,
      isMfaCompliant: mfa === null ? undefined : mfa.toLowerCase() === 'true',
    }
  } catch {
    signal?.throwIfAborted()
    const flaw = limit.aborted ? `did not answer within ${timeout} ms` : 'could not be reached'
    throw new CredentialError('connection', `Partner Center at ${base.host} ${flaw}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
