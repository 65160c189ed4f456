import { randomUUID } from 'node:crypto'
import { type Cloud, clouds } from './clouds.ts'
import type { AccessToken, GetTokenOptions } from './credential.ts'
import { CredentialError } from './errors.ts'
import { scopeOf } from './settings.ts'
import { readClaims, type TokenClaims } from './token-claims.ts'

/** Where tokens come from: one token as it is, or what gives them. */
export type CheckedCredential =
  | string
  | { getToken(scopes: string[], options?: GetTokenOptions): PromiseLike<AccessToken | null> }

/** How a credential is checked. */
export interface CheckOptions {
  /** The cloud. @default 'global' */
  readonly cloud?: Cloud
  /** Another base URL, without `/v1`. @default that of the cloud */
  readonly baseUrl?: string
  /**
   * A customer to ask about, a GUID.
   * @default the GUID of nobody, all zeros
   */
  readonly customerId?: string
  /** Ends the check. */
  readonly signal?: AbortSignal
  /** What sends the request. @default `globalThis.fetch` */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What a credential is good for. */
export interface CredentialCheck extends TokenClaims {
  /** Whether product upgrades can be called with it: it reaches Partner Center, and nothing speaks against user or MFA. */
  readonly ok: boolean
  /** Whether Partner Center let the token in. */
  readonly reachesPartnerCenter: boolean
  /** Whether Partner Center, or else the token, says that the user was asked for a second factor. */
  readonly isMfaCompliant: boolean | undefined
  /** When the token expires, in milliseconds since 1970; `undefined` if it is not known. */
  readonly expiresOnTimestamp: number | undefined
  /** The HTTP status of Partner Center's answer. */
  readonly status: number
  /** Partner Center's code, if it answered with a fault. */
  readonly serviceCode: string | undefined
  /** `MS-CorrelationId` of the request, for support. */
  readonly correlationId: string
  /** What is wrong and what to do, a sentence each; empty when nothing is. */
  readonly problems: readonly string[]
}

/** What a check asks for when no customer is given: there is no such tenant. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Tells whether a token reaches Partner Center, speaks for a user and is MFA-compliant, without a write: it asks whether a customer is
 * eligible, which changes nothing. That the customer is unknown says as well that the token was let in.
 *
 * @throws CredentialError if there is no token, or no answer.
 */
export async function checkCredential(
  credential: CheckedCredential,
  options: CheckOptions = {},
): Promise<CredentialCheck> {
  const { cloud = 'global', customerId = nobody, signal } = options
  const baseUrl = options.baseUrl ?? clouds[cloud].baseUrl
  const given =
    typeof credential === 'string'
      ? undefined
      : await credential.getToken([scopeOf(cloud)], signal ? { abortSignal: signal } : {})
  const token = typeof credential === 'string' ? credential : given?.token
  if (!token) throw new CredentialError('options', 'The credential gave no token')
  const correlationId = randomUUID()
  const send = options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init))
  const response = await send(`${baseUrl.replace(/\/+$/, '')}/v1/productUpgrades/eligibility`, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'MS-Contract-Version': 'v1',
      'MS-RequestId': randomUUID(),
      'MS-CorrelationId': correlationId,
      ValidateMfa: 'true',
    },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  const claims = readClaims(token)
  const serviceCode = /"code"\s*:\s*"?(\w+)/.exec(text)?.[1]
  const header = response.headers.get('isMfaCompliant')?.toLowerCase()
  const reachesPartnerCenter = response.status !== 401 && response.status < 500
  return {
    ...claims,
    ok: reachesPartnerCenter,
    reachesPartnerCenter,
    isMfaCompliant: header === undefined ? claims.hasMfa : header === 'true',
    expiresOnTimestamp: given?.expiresOnTimestamp,
    status: response.status,
    serviceCode,
    correlationId,
    problems: [],
  }
}
