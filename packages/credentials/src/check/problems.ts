import type { Probe } from './probe.ts'
import type { TokenClaims } from './token-claims.ts'
import type { Verdict } from './verdict.ts'

/** The findings from which the problems of a token are derived. */
interface Findings extends Pick<TokenClaims, 'audience' | 'isAppUser'> {
  readonly verdict: Verdict
  /** Whether the user signed in with a second factor; `undefined` if unknown. */
  readonly isMfaCompliant: boolean | undefined
}

const role =
  'The user may not do this: assign the role Admin agent in Partner Center (Account settings, User management), then sign in again'

const conditionalAccess =
  "A Conditional Access policy of the partner's tenant blocks this user or this application: ask the administrator which policy it is"

const agreement =
  'The Microsoft Partner Agreement is not accepted: the global administrator of the partner must accept it in Partner Center'

const program = "The partner's program status is not active: see the account settings in Partner Center"

/** Fault codes that identify what is missing. */
const refusals: ReadonlyMap<string, string> = new Map([
  ['900150', role],
  ['900308', role],
  ['900309', conditionalAccess],
  ['900123', agreement],
  ['900124', agreement],
  ['800039', program],
  ['900149', program],
])

/** The known causes of Partner Center's other refusals. */
const missing: readonly string[] = [
  'Role: the user needs the role Admin agent in Partner Center (Account settings, User management)',
  'Permission: the application needs the delegated permission user_impersonation of Microsoft Partner Center (Entra, App registrations, API permissions)',
  'Consent: an administrator of the partner must grant that permission (Grant admin consent)',
  'Application: it must be registered in Partner Center (Account settings, App management), and enabled in Entra (Enterprise applications)',
  'Partner: indirect resellers have no access to the API',
]

/** Lists the problems and their remedies, a sentence each. */
export function problemsOf({ verdict, audience, isAppUser, isMfaCompliant }: Findings, answer: Probe): string[] {
  const problems: string[] = []
  if (isAppUser === false)
    problems.push(
      'The token is app-only, but product upgrades need App+User: use a refresh token from the consent of a user',
    )
  if (isMfaCompliant === false)
    problems.push(
      'The token lacks multifactor authentication: have the user sign in and consent again with a second factor',
    )
  if (verdict === 'audience')
    problems.push(
      `The token is for another audience${audience ? ` (${audience})` : ''}: set the cloud of the credential to that of this Partner Center`,
    )
  return [...problems, ...explain(verdict, answer)]
}

function explain(verdict: Verdict, answer: Probe): readonly string[] {
  const { status, serviceCode = '', description } = answer
  const said = [`status ${status}`, serviceCode && `code ${serviceCode}`, description].filter(Boolean).join(', ')
  switch (verdict) {
    case 'foreign':
      return [
        `Something other than Partner Center answered (${answer.kind}, status ${status}), such as a firewall, a web filter or a sign-in page: check the base URL and any proxy, and have the host allowed`,
      ]
    case 'unavailable':
      return [`Partner Center is unavailable (status ${status}): try again later`]
    case 'environment':
      return [
        `Product upgrades are not offered here (${said}): use the production account and the global cloud, not a sandbox`,
      ]
    case 'refused': {
      if (status === 401)
        return [`Partner Center refused the token: it is expired, revoked or not issued by Entra (${said})`]
      const known = refusals.get(serviceCode) ?? (isAboutRole(answer) ? role : undefined)
      return known
        ? [`${known} (${said})`]
        : [`Partner Center refused this user or this application (${said}). Check each of these:`, ...missing]
    }
    case 'unclear':
      return [`Partner Center answered, but not about the customer (${said}): check the base URL`]
    default:
      return []
  }
}

/** Whether a refusal is about the user's role. Its code is missing or varies, so only the text identifies it. */
function isAboutRole({ description = '' }: Probe): boolean {
  return /\bsupplied role\b/i.test(description)
}
