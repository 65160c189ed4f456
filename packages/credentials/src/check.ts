import { randomUUID } from 'node:crypto'
import { type Cloud, clouds } from './clouds.ts'
import type { AccessToken, GetTokenOptions } from './credential.ts'
import { CredentialError } from './errors.ts'
import { type Probe, probe } from './probe.ts'
import { checkCloud, scopeOf } from './settings.ts'
import { readClaims, type TokenClaims } from './token-claims.ts'

/** Where tokens come from: one token as it is, or what gives them. */
export type CheckedCredential =
  | string
  | { getToken(scopes: string[], options?: GetTokenOptions): PromiseLike<AccessToken | null> }

/** How a credential is checked. */
export interface CheckOptions {
  /** The cloud. @default 'global' */
  readonly cloud?: Cloud
  /** Another base URL, without `/v1`. Plain http is refused except to loopback. @default that of the cloud */
  readonly baseUrl?: string
  /**
   * A customer to ask about, a GUID.
   * @default the GUID of nobody, all zeros
   */
  readonly customerId?: string
  /** Milliseconds for the request to Partner Center. @default 60000 */
  readonly timeout?: number
  /** Ends the check. */
  readonly signal?: AbortSignal
  /** What sends the request. @default `globalThis.fetch` */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/** What a credential is good for. */
export interface CredentialCheck extends TokenClaims {
  /** Whether nothing speaks against product upgrades with it. */
  readonly ok: boolean
  /** Whether Partner Center let the token in. */
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
 * Tells whether a token reaches Partner Center, speaks for a user and is MFA-compliant, without a write: it asks whether a customer is
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
  const baseUrl = options.baseUrl ?? clouds[cloud].baseUrl
  const { token, expiresOnTimestamp } = await tokenOf(credential, scopeOf(cloud), signal)
  const correlationId = randomUUID()
  const answer = await probe({ baseUrl, customerId, correlationId, token, timeout, signal, fetch })
  const claims = readClaims(token)
  const isAppUser = answer.serviceCode === '900329' ? false : (claims.isAppUser ?? (answer.status === 200 || undefined))
  const isMfaCompliant = answer.serviceCode === '900421' ? false : (answer.isMfaCompliant ?? claims.hasMfa)
  const problems = problemsOf({ ...claims, isAppUser, isMfaCompliant }, answer)
  return {
    ...claims,
    isAppUser,
    isMfaCompliant,
    ok: problems.length === 0,
    reachesPartnerCenter: isLetIn(answer),
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
  throw new CredentialError('options', 'The credential gave no token')
}

function isLetIn({ status, isPartnerCenter, serviceCode }: Probe): boolean {
  return isPartnerCenter && status !== 401 && status !== 429 && status < 500 && serviceCode !== '900329'
}

function problemsOf(
  { audience, isAppUser, isMfaCompliant }: Pick<CredentialCheck, 'audience' | 'isAppUser' | 'isMfaCompliant'>,
  answer: Probe,
): readonly string[] {
  const { status, serviceCode, isPartnerCenter } = answer
  const problems: string[] = []
  if (isAppUser === false)
    problems.push(
      'The token is app-only, and product upgrades need App+User: use a refresh token that a user consented to',
    )
  if (isMfaCompliant === false)
    problems.push(
      'The token is without multifactor authentication: let the user sign in and consent again, with a second factor',
    )
  if (serviceCode === '900420')
    problems.push(
      `The token is for another audience${audience ? ` (${audience})` : ''}: give the credential the cloud of this Partner Center`,
    )
  if (problems.length > 0 || isLetIn(answer)) return problems
  if (!isPartnerCenter)
    return [`What answered (status ${status}) is not Partner Center: check the base URL and any proxy`]
  if (status === 401) return ['Partner Center refused the token: it is expired or revoked, or not one of Entra']
  return [`Partner Center cannot tell now (status ${status}): check again later`]
}
