import { randomUUID } from 'node:crypto'
import { type Cloud, cloudBaseUrls, scopeOf } from '@partner-upgrades/spec/clouds'
import { checkCloud } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import type { AccessToken, GetTokenOptions } from '../token/credential.ts'
import { probe } from './probe.ts'
import { problemsOf } from './problems.ts'
import { readClaims, type TokenClaims } from './token-claims.ts'
import { judge } from './verdict.ts'

/** The credential to check: a plain access token, or a credential that provides tokens. */
export type CheckedCredential =
  | string
  | { getToken(scopes: string[], options?: GetTokenOptions): PromiseLike<AccessToken | null> }

/** Options of `checkCredential`. */
export interface CheckOptions {
  /** The cloud. @default 'global' */
  readonly cloud?: Cloud | undefined
  /** Another base URL, without `/v1`. Plain http is rejected except to loopback. @default that of the cloud */
  readonly baseUrl?: string | undefined
  /**
   * The customer whose eligibility is requested, a GUID.
   * @default all zeros, which no customer has
   */
  readonly customerId?: string | undefined
  /** The timeout of the request to Partner Center, in milliseconds. @default 60000 */
  readonly timeout?: number | undefined
  /** Aborts the check. */
  readonly signal?: AbortSignal | undefined
  /** Sends the request. @default `globalThis.fetch` */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
}

/** The result of checking a credential. */
export interface CredentialCheck extends TokenClaims {
  /** Whether the credential can be used for product upgrades, as far as the check can tell. */
  readonly ok: boolean
  /** Whether the response came from Partner Center, and not from a firewall, a web filter or a sign-in page. */
  readonly isPartnerCenter: boolean
  /** Whether Partner Center accepted the token, which only a response about the customer or the environment proves. */
  readonly reachesPartnerCenter: boolean
  /** Whether the user signed in with a second factor, according to Partner Center or else to the token; `undefined` if unknown. */
  readonly isMfaCompliant: boolean | undefined
  /** When the token expires, in milliseconds since 1970; `undefined` if unknown. */
  readonly expiresOnTimestamp: number | undefined
  /** The HTTP status of the response. */
  readonly status: number
  /** Partner Center's fault code, if it responded with a fault. The code for an unknown customer is not a problem. */
  readonly serviceCode: string | undefined
  /** `MS-CorrelationId` of the request, for support. */
  readonly correlationId: string
  /** The problems and their remedies, a sentence each; empty if there are none. */
  readonly problems: readonly string[]
}

/** The customer ID that no customer has. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Checks whether a token reaches Partner Center, represents a user and is MFA-compliant. It only requests a customer's eligibility,
 * which changes nothing. A response about the customer, even that there is none, proves that the token was accepted.
 *
 * @throws CredentialError if there is no token, or no response.
 */
export async function checkCredential(
  credential: CheckedCredential,
  options: CheckOptions = {},
): Promise<CredentialCheck> {
  const { cloud = 'global', customerId = nobody, timeout = 60_000, signal, fetch = globalThis.fetch } = options
  checkCloud(cloud)
  const baseUrl = options.baseUrl ?? cloudBaseUrls[cloud]
  const { token, expiresOnTimestamp } = await tokenOf(credential, scopeOf(cloudBaseUrls[cloud]), signal)
  const correlationId = randomUUID()
  const answer = await probe({ baseUrl, customerId, correlationId, token, timeout, signal, fetch })
  const claims = readClaims(token)
  const verdict = judge(answer, claims.hasMfa)
  const isAppUser = verdict === 'appOnly' ? false : (claims.isAppUser ?? (answer.isEligibility || undefined))
  const isMfaCompliant = verdict === 'mfa' ? false : (answer.isMfaCompliant ?? claims.hasMfa)
  const problems = problemsOf({ verdict, audience: claims.audience, isAppUser, isMfaCompliant }, answer)
  return {
    ...claims,
    isAppUser,
    isMfaCompliant,
    ok: problems.length === 0,
    isPartnerCenter: answer.isPartnerCenter,
    reachesPartnerCenter: verdict === 'entry' || verdict === 'environment',
    expiresOnTimestamp,
    status: answer.status,
    serviceCode: answer.serviceCode,
    correlationId,
    problems,
  }
}

async function tokenOf(
  credential: CheckedCredential,
  scope: string,
  signal: AbortSignal | undefined,
): Promise<Partial<AccessToken> & { readonly token: string }> {
  if (typeof credential === 'string') return { token: credential }
  const given = await credential.getToken([scope], signal ? { abortSignal: signal } : {})
  if (given) return given
  throw new CredentialError('options', 'The credential returned no token')
}
