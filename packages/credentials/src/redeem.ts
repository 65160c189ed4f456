import { CredentialError } from './errors.ts'
import { loadMsal, type Tokens, toConfiguration, toTokens } from './msal.ts'
import { createNetwork } from './network.ts'
import type { TokenRecord } from './record.ts'
import type { Settings } from './settings.ts'

/**
 * Redeems a refresh token, once. Every time with an msal of its own: its cache then holds what this exchange gave and nothing else.
 *
 * @throws CredentialError
 */
export async function redeem(
  settings: Settings,
  { refreshToken, isPublic = false }: TokenRecord,
  claims: string | undefined,
): Promise<Tokens> {
  const { clientSecret, certificate, scope } = settings
  const proof = isPublic ? {} : proofOf(settings)
  const { ConfidentialClientApplication, PublicClientApplication } = await loadMsal()
  const secrets = [refreshToken, clientSecret ?? '', certificate?.privateKey ?? '']
  const network = createNetwork(settings, secrets)
  const { auth, ...rest } = toConfiguration(settings, network)
  const Application = isPublic ? PublicClientApplication : ConfidentialClientApplication
  try {
    const app = new Application({ ...rest, auth: { ...auth, ...proof } })
    const request = { refreshToken, scopes: [scope], forceCache: true, ...(claims === undefined ? {} : { claims }) }
    const result = await app.acquireTokenByRefreshToken(request)
    if (!result?.accessToken)
      throw new CredentialError('service', 'The token endpoint gave no access token', { tenantId: settings.tenantId })
    return toTokens(result, app.getTokenCache())
  } catch (thrown) {
    throw network.explain(thrown)
  }
}

/** What the application shows to be known. */
function proofOf({ clientSecret, certificate, clientId }: Settings): object {
  if (certificate) {
    const thumbprintSha256 = certificate.thumbprintSha256.replaceAll(':', '')
    return { clientCertificate: { ...certificate, thumbprintSha256 } }
  }
  if (clientSecret !== undefined) return { clientSecret }
  throw new CredentialError(
    'options',
    `clientSecret or certificate must be given: the refresh token in the store belongs to the application ${clientId}, which has to show one`,
  )
}
