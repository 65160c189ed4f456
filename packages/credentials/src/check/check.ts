import { randomUUID } from 'node:crypto'
import { type Cloud, cloudBaseUrls, scopeOf } from '@partner-upgrades/spec/clouds'
import { checkCloud } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import type { AccessToken, GetTokenOptions } from '../token/credential.ts'
import { probe } from './probe.ts'
import { problemsOf } from './problems.ts'
import { readClaims, type TokenClaims } from './token-claims.ts'
import { judge } from './verdict.ts'

/** Where tokens come from: one token as it is, or what gives them. */
export type CheckedCredential =
  | string
  | { getToken(scopes: string[], options?: GetTokenOptions): PromiseLike<AccessToken | null> }

/** How a credential is checked. */
export interface CheckOptions {
  /** The cloud. @default 'global' */
  readonly cloud?: Cloud | undefined
  /** Another base URL, without `/v1`. Plain http is refused except to loopback. @default that of the cloud */
  readonly baseUrl?: string | undefined
  /**
   * A customer to ask about, a GUID.
   * @default the GUID of nobody, all zeros
   */
  readonly customerId?: string | undefined
  /** Milliseconds for the request to Partner Center. @default 60000 */
  readonly timeout?: number | undefined
  /** Aborts the check. */
  readonly signal?: AbortSignal | undefined
  /** What sends the request. @default `globalThis.fetch` */
  readonly fetch?: ((url: string, init: RequestInit) => Promise<Response>) | undefined
}

/** What a credential is good for. */
export interface CredentialCheck extends TokenClaims {
  /** Whether nothing speaks against product upgrades with it. */
  readonly ok: boolean
  /** Whether it was Partner Center that answered, and not a firewall, a web filter or a sign-in page in front of it. */
  readonly isPartnerCenter: boolean
  /** Whether Partner Center let the token in, as only an answer about the customer proves. */
  readonly reachesPartnerCenter: boolean
  /** Whether the user was asked for a second factor, by Partner Center or else by the token; `undefined` if neither tells. */
  readonly isMfaCompliant: boolean | undefined
  /** When the token expires, in milliseconds since 1970; `undefined` if it is not known. */
  readonly expiresOnTimestamp: number | undefined
  /** The HTTP status of Partner Center's answer. */
  readonly status: number
  /** Partner Center's code, if it answered with a fault. The one for an unknown customer is as good as none. */
  readonly serviceCode: string | undefined
  /** `MS-CorrelationId` of the request, for support. */
  readonly correlationId: string
  /** What is wrong and what to do, a sentence each; empty when nothing is. */
  readonly problems: readonly string[]
}

/** There is no such tenant. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * Checks whether a token reaches Partner Center, speaks for a user and is MFA-compliant, without a write: it asks whether a customer is
 * eligible for an upgrade, which changes nothing. An answer about the customer, even that there is none, says that the token was let in.
 *
 * @throws CredentialError if there is no token, or no answer.
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
