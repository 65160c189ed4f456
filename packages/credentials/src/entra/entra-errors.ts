/**
 * What Entra's error codes mean for a sign-in to Partner Center, and what to do about each.
 *
 * @packageDocumentation
 */

/** Who can fix an error: the user, an administrator of the partner's tenant, the owner or the operator of the application, or nobody. */
export type EntraActor = 'user' | 'administrator' | 'application owner' | 'operator' | 'nobody'

/** An error code of Entra. */
export interface EntraError {
  /** The meaning, without a full stop. */
  readonly meaning: string
  /** Who can fix it. */
  readonly actor: EntraActor
  /** What to do, in full sentences. Words in backticks, such as `tenantId`, are options of the credential. */
  readonly remedy: string
  /** Whether to sign in again: at once (`now`), after the remedy (`afterwards`), or not at all (`no`): the refresh token remains valid. */
  readonly signIn: 'now' | 'afterwards' | 'no'
  /** The `reason` of the `CredentialError`. */
  readonly reason: 'consent' | 'client' | 'service'
}

type Row = readonly [meaning: string, actor: EntraActor, remedy: string]

const registration = 'In Entra, App registrations, your application'
const enterprise = 'In Entra, Enterprise applications, your application'
const permission =
  'add the delegated permission user_impersonation of Microsoft Partner Center, and grant admin consent'
const policy = 'Look up the sign-in by its correlation ID in Entra (Sign-in logs, Conditional Access)'

/** Errors that another sign-in remedies, possibly with a second factor or by another user. */
const signInNow: Readonly<Record<string, Row>> = {
  50020: ["The account is not in the partner's tenant", 'user', "Use an account of the partner's tenant."],
  50034: ["The account does not exist in the partner's tenant", 'user', "Use an account of the partner's tenant."],
  50058: ['No user is signed in', 'user', 'Complete the sign-in in the browser.'],
  50074: ['Multifactor authentication was not completed', 'user', 'Complete the sign-in with a second factor.'],
  50076: ['Multifactor authentication is required', 'user', 'Complete the sign-in with a second factor.'],
  50078: ['The multifactor authentication has expired', 'user', 'Complete the sign-in with a second factor.'],
  50089: ['The sign-in took too long', 'user', 'Complete the sign-in within ten minutes.'],
  50126: ['User name or password is wrong', 'user', 'Enter the correct user name and password.'],
  50132: ['The session ended with a change of the password', 'user', 'Use the new password.'],
  50133: ['The session ended with a change of the password', 'user', 'Use the new password.'],
  50158: [
    'Another provider must confirm the sign-in',
    'user',
    'Complete the sign-in in a browser, including the step of that provider.',
  ],
  50173: [
    'The refresh token was revoked, as by a change of the password',
    'user',
    'A refresh token of an application with a secret survives a change of the password.',
  ],
  54005: ['The authorization code was already redeemed', 'user', 'Each code is good for one sign-in.'],
  65001: [
    'Nobody has consented to the application',
    'administrator',
    'Consent when you are asked to, or have an administrator grant admin consent (App registrations, API permissions).',
  ],
  65004: ['The user declined to consent', 'user', 'Accept the permissions that the application asks for.'],
  70000: ['The grant is malformed, revoked, or issued to another application', 'user', 'A new grant is needed.'],
  70008: ['The code or the refresh token has expired', 'user', 'Use the program at least every 90 days.'],
  70018: ['The device code is wrong', 'user', 'Enter the code as it is shown.'],
  70019: ['The device code has expired', 'user', 'Enter the code within 15 minutes.'],
  70043: [
    'The sign-in is older than Conditional Access allows',
    'administrator',
    'For unattended use, have the sign-in frequency of the policy exclude this application.',
  ],
  70044: [
    'The session is older than Conditional Access allows',
    'administrator',
    'For unattended use, have the sign-in frequency of the policy exclude this application.',
  ],
  700020: ['The user has to take part in the sign-in', 'user', 'Complete the sign-in in the browser.'],
  700082: ['The refresh token was not used for 90 days', 'user', 'Use the program at least every 90 days.'],
  700084: [
    'The refresh token was issued to a single-page application, and expires after 24 hours',
    'application owner',
    `${registration}, Authentication: register http://localhost as "Mobile and desktop applications" instead of "Single-page application".`,
  ],
}

/** Errors that must be fixed before the user signs in again. */
const signInAfterwards: Readonly<Record<string, Row>> = {
  50005: [
    'Conditional Access does not support this platform',
    'administrator',
    'Use a device with a supported platform.',
  ],
  50053: [
    'The account is locked, or the address has a bad reputation',
    'user',
    'Wait a few minutes; check the Sign-in logs in Entra if it persists.',
  ],
  50055: ['The password has expired', 'user', 'Change the password, for instance at https://portal.office.com.'],
  50057: ['The account is disabled', 'administrator', 'Enable it (Entra, Users), or use another account.'],
  50072: ['The user has no second factor yet', 'user', 'Register one at https://aka.ms/mfasetup.'],
  50079: ['The user has no second factor yet', 'user', 'Register one at https://aka.ms/mfasetup.'],
  50088: ['Too many calls or messages for multifactor authentication', 'user', 'Wait a few minutes, or use an app.'],
  50097: ['The device has to authenticate', 'user', 'Use a device that is registered with the tenant.'],
  50105: [
    'The user is not assigned to the application',
    'administrator',
    `${enterprise}, Users and groups: assign the user, or turn "Assignment required" off (Properties).`,
  ],
  50131: ['Conditional Access blocks this device or this request', 'administrator', `${policy}.`],
  50144: ['The password in Active Directory has expired', 'user', 'Change it there.'],
  53000: [
    'Conditional Access requires a compliant device',
    'user',
    'Use the browser of a device that the tenant manages, such as one enrolled in Intune.',
  ],
  53001: ['Conditional Access requires a domain-joined device', 'user', 'Use the browser of a domain-joined device.'],
  53002: ['Conditional Access allows approved applications only', 'administrator', `${policy}, and exclude this one.`],
  53003: [
    'Conditional Access blocks this sign-in',
    'administrator',
    `${policy}. Policies commonly block the device code flow: sign in with the browser then.`,
  ],
  53004: ['Entra blocks the registration of a second factor because of a risk', 'administrator', 'Dismiss the risk.'],
  53010: [
    'A second factor can be registered from known places only',
    'user',
    'Register it from such a place or device.',
  ],
  53011: ['Entra blocks the user because of a risk', 'administrator', 'Dismiss the risk (Entra, Identity Protection).'],
  530003: [
    'Conditional Access requires a managed device',
    'user',
    'Use the browser of a device that the tenant manages.',
  ],
  530032: ['A security policy of the tenant blocks this request', 'administrator', `${policy}.`],
  530034: [
    "A delegated administrator is blocked because of a risk in the partner's tenant",
    'administrator',
    'Dismiss the risk (Entra, Identity Protection).',
  ],
  530035: ['Security defaults block this sign-in', 'administrator', 'Use the browser, and a second factor.'],
  65005: [
    'The application does not ask for this permission',
    'application owner',
    `${registration}, API permissions: ${permission}.`,
  ],
  650052: [
    "The partner's tenant has no Microsoft Partner Center",
    'administrator',
    'Check `tenantId`: it must be the tenant of the partner, enrolled in the Cloud Solution Provider program.',
  ],
  650056: [
    'The application has no permissions, or no consent',
    'application owner',
    `${registration}, API permissions: ${permission}.`,
  ],
  650057: [
    'The application has no permission for Partner Center',
    'application owner',
    `${registration}, API permissions: ${permission}.`,
  ],
  90072: ["The account is not in the partner's tenant", 'user', "Use an account of the partner's tenant."],
  90094: [
    'An administrator has to consent',
    'administrator',
    `${registration}, API permissions: grant admin consent, or have an administrator sign in.`,
  ],
  90095: ['An administrator has to consent', 'administrator', `${registration}, API permissions: grant admin consent.`],
  90099: [
    'The application is not authorized in this tenant',
    'administrator',
    "Check `tenantId`: it must be the partner's.",
  ],
  500011: [
    "The partner's tenant does not know Microsoft Partner Center",
    'application owner',
    `Check \`tenantId\` and \`cloud\`. ${registration}, API permissions: ${permission} (API fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd).`,
  ],
  700016: [
    "The application is unknown in the partner's tenant",
    'operator',
    "Check `clientId` (Application ID), `tenantId` and `cloud`. An application of another tenant must be multitenant, and needs the partner's consent first.",
  ],
}

/** Errors of the application, or of how it is used; the refresh token remains valid. */
const application: Readonly<Record<string, Row>> = {
  50011: [
    'The redirect URI is not registered',
    'application owner',
    `${registration}, Authentication: add http://localhost to "Mobile and desktop applications".`,
  ],
  500113: [
    'The application has no redirect URI',
    'application owner',
    `${registration}, Authentication: add http://localhost to "Mobile and desktop applications".`,
  ],
  50059: [
    'The request names no tenant',
    'operator',
    "Check `tenantId`: it must be the partner's Directory (tenant) ID.",
  ],
  50128: [
    'The request names no tenant',
    'operator',
    "Check `tenantId`: it must be the partner's Directory (tenant) ID.",
  ],
  50194: [
    'The application belongs to one tenant only',
    'operator',
    'Check `tenantId`: it must be that tenant, or make the application multitenant (App registrations, Authentication).',
  ],
  500021: ['The network restricts which tenants can be used', 'operator', "Have it allow the partner's tenant."],
  500022: ['The network restricts which tenants can be used', 'operator', "Have it allow the partner's tenant."],
  70001: [
    'The application is disabled, or unknown',
    'administrator',
    `${enterprise}, Properties: enable it for sign-in.`,
  ],
  70002: [
    "The application's secret is wrong",
    'operator',
    'Check `clientSecret`: the value of the secret, not its ID.',
  ],
  70011: ['The scope is invalid', 'operator', 'Check `cloud`: it decides the scope.'],
  700024: [
    "The application's assertion is not valid now",
    'operator',
    'Set the clock of this machine; then check the dates of the certificate.',
  ],
  700025: [
    'The application is public, and may send no secret',
    'operator',
    'Leave `clientSecret` and `certificate` out for a refresh token of a public client.',
  ],
  700027: [
    "The application's certificate is not registered",
    'application owner',
    `${registration}, Certificates & secrets: upload the certificate, or check that \`certificate\` is the one that is there.`,
  ],
  700030: ["The certificate's subject is not authorized", 'application owner', 'Use a certificate that is registered.'],
  7000112: [
    'The application is disabled',
    'administrator',
    `${enterprise}, Properties: set "Enabled for users to sign-in" to Yes.`,
  ],
  7000215: [
    "The application's secret is wrong",
    'operator',
    'Check `clientSecret`: the value of the secret, not its ID, and of this application.',
  ],
  7000218: [
    'The application is not a public client',
    'application owner',
    `${registration}, Authentication: set "Allow public client flows" to Yes.`,
  ],
  7000222: [
    "The application's secret has expired",
    'application owner',
    `${registration}, Certificates & secrets: create another one, and set \`clientSecret\` to its value.`,
  ],
  90002: [
    'There is no such tenant',
    'operator',
    "Check `tenantId`, the partner's Directory (tenant) ID, and `cloud`: each cloud has tenants of its own.",
  ],
  900023: [
    'The tenant is neither a GUID nor a domain',
    'operator',
    "Check `tenantId`: it must be the partner's Directory (tenant) ID.",
  ],
  90009: [
    'The application asks for a token for itself',
    'operator',
    'Check `clientId`: it must be your application, not the API of Partner Center.',
  ],
  90013: [
    'A value that was entered or sent is invalid',
    'operator',
    'Check `tenantId` and `clientId`, and enter the code as it is shown.',
  ],
  90014: ['A parameter is missing', 'operator', 'Check `tenantId` and `clientId`.'],
  90038: ['The tenant is in another cloud', 'operator', 'Set `cloud` to that of the partner.'],
  900144: ['A parameter is missing', 'operator', 'Check `tenantId` and `clientId`.'],
  900561: [
    'The request arrived with the wrong HTTP method',
    'operator',
    'Check the proxy: it must not turn a POST into a GET, as by a redirect.',
  ],
  9002313: [
    'The request is malformed',
    'operator',
    'Check `tenantId` and `clientId`, and the refresh token if it was imported.',
  ],
  9002325: ['Proof Key for Code Exchange is required', 'operator', 'Sign in with a current version of this program.'],
  9002326: [
    'The redirect URI is registered for a single-page application',
    'application owner',
    `${registration}, Authentication: register http://localhost as "Mobile and desktop applications" instead of "Single-page application".`,
  ],
  9002327: [
    'The refresh token belongs to a single-page application',
    'application owner',
    `${registration}, Authentication: register http://localhost as "Mobile and desktop applications" instead of "Single-page application".`,
  ],
  135010: ['The device has lost the key of Windows Hello', 'user', 'Set up the PIN again, or use another device.'],
  135011: ['The device is disabled', 'administrator', 'Enable it (Entra, Devices), or use another device.'],
}

const wait: Row[2] = 'Try again in a few minutes.'

/** Transient errors: Entra itself has a problem, or is too busy. */
const passing: Readonly<Record<string, Row>> = {
  50033: ['Entra had a transient error', 'nobody', wait],
  50087: ['Multifactor authentication had a transient error', 'nobody', wait],
  50196: [
    'The same request was sent too often',
    'operator',
    'Stop other programs that use this refresh token, and wait a few minutes.',
  ],
  90006: ['Entra is unavailable', 'nobody', wait],
  90012: ['Entra timed out', 'nobody', wait],
  90024: ['Entra had a transient error', 'nobody', wait],
  90033: ["Entra's directory is unavailable", 'nobody', wait],
  90055: ['Entra receives too many requests for this tenant', 'nobody', wait],
  90090: ['Entra is unavailable', 'nobody', wait],
}

const groups: readonly (readonly [Readonly<Record<string, Row>>, EntraError['signIn'], EntraError['reason']])[] = [
  [signInNow, 'now', 'consent'],
  [signInAfterwards, 'afterwards', 'consent'],
  [application, 'no', 'client'],
  [passing, 'no', 'service'],
]

/**
 * The error codes that a sign-in to Partner Center has met or may meet, with `AADSTS` and their number as the key.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
export const entraErrors: Readonly<Record<string, EntraError>> = Object.fromEntries(
  groups.flatMap(([rows, signIn, reason]) =>
    Object.entries(rows).map(([number, [meaning, actor, remedy]]): [string, EntraError] => [
      `AADSTS${number}`,
      { meaning, actor, remedy, signIn, reason },
    ]),
  ),
)

/** Finds an error code of Entra by any spelling: `AADSTS53003`, `aadsts53003` or `53003`. */
export function findEntraError(code: string): (EntraError & { readonly code: string }) | undefined {
  const name = `AADSTS${code.replace(/^AADSTS/i, '')}`
  const found = Object.hasOwn(entraErrors, name) ? entraErrors[name] : undefined
  return found && { code: name, ...found }
}
