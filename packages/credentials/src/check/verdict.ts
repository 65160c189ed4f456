import type { Probe } from './probe.ts'

/**
 * What a response proves: the token was accepted (`entry`), it was rejected (`refused`), it lacks multifactor authentication (`mfa`), it
 * is app-only (`appOnly`) or for another audience (`audience`), the environment does not offer upgrades (`environment`), Partner Center
 * is unavailable (`unavailable`), the response came from something else (`foreign`), or it proves nothing (`unclear`).
 */
export type Verdict =
  | 'entry'
  | 'refused'
  | 'mfa'
  | 'appOnly'
  | 'audience'
  | 'environment'
  | 'unavailable'
  | 'foreign'
  | 'unclear'

/** Fault codes about the customer or its upgrade, which prove that the token was accepted. */
const aboutCustomer: ReadonlySet<string> = new Set([
  '13605',
  '20002',
  '60003',
  '800073',
  '800074',
  '800075',
  '900105',
  '900106',
  '900107',
  '900108',
  '900109',
  '900110',
  '900111',
  '900118',
  '900119',
  '900120',
  '900130',
  '900159',
])

const byCode: ReadonlyMap<string, Verdict> = new Map([
  ['900329', 'appOnly'],
  ['900420', 'audience'],
  ['900421', 'mfa'],
  // The code of 2020 for what is 900421 now.
  ['10001', 'mfa'],
  ['900127', 'environment'],
])

/**
 * Judges the response to an eligibility request.
 *
 * @param hasMfa whether the token itself claims multifactor authentication
 * @see https://learn.microsoft.com/partner-center/developer/error-codes
 * @see https://learn.microsoft.com/partner-center/security/partner-security-requirements-mandating-mfa
 */
export function judge(answer: Probe, hasMfa: boolean | undefined): Verdict {
  const { status, serviceCode = '', isPartnerCenter, isEligibility, isBareRefusal, reason } = answer
  if (!isPartnerCenter) return 'foreign'
  if (status === 429 || status === 408 || status >= 500) return 'unavailable'
  if (status === 401 && /\bMFA\b/i.test(reason)) return 'mfa'
  const known = byCode.get(serviceCode)
  if (known) return known
  // Without its reason phrase, the documented response could also mean that the token has expired.
  if (isBareRefusal && hasMfa !== true) return 'mfa'
  if (isEligibility || (status >= 400 && status !== 401 && aboutCustomer.has(serviceCode))) return 'entry'
  return status === 401 || status === 403 ? 'refused' : 'unclear'
}
