import { loadMsal, type Tokens, toConfiguration, toTokens } from '../entra/msal.ts'
import { createNetwork } from '../entra/network.ts'
import type { Settings } from '../options/settings.ts'
import { CredentialError } from '../shared/errors.ts'
import type { TokenRecord } from './record.ts'

/**
 * Redeems a refresh token, once. Each call creates its own msal application, so that its cache holds the tokens of this exchange only.
 *
 * @throws CredentialError if the token endpoint rejects it, fails, or cannot be reached.
 */
export async function redeem(
  settings: Settings,
  { refreshToken, access, isPublic = false }: TokenRecord,
  claims: string | undefined,
): Promise<Tokens> {
  const { scope } = settings
  const proof = isPublic ? {} : proofOf(settings)
  const { ConfidentialClientApplication, PublicClientApplication } = await loadMsal()
  const network = createNetwork(settings, [refreshToken, access?.token])
  const { auth, ...rest } = toConfiguration(settings, network)
  const Application = isPublic ? PublicClientApplication : ConfidentialClientApplication
  try {
    const app = new Application({ ...rest, auth: { ...auth, ...proof } })
    const request = { refreshToken, scopes: [scope], forceCache: true, ...(claims === undefined ? {} : { claims }) }
    const result = await app.acquireTokenByRefreshToken(request)
    const tokens = result && toTokens(result, app.getTokenCache())
    if (tokens?.accessToken) return tokens
    throw new CredentialError('service', 'The token endpoint sent no access token', { tenantId: settings.tenantId })
  } catch (thrown) {
    throw network.explain(thrown)
  }
}

/** Returns the secret or certificate with which the application authenticates. */
function proofOf({ clientSecret, certificate, clientId }: Settings): object {
  if (certificate) {
    const thumbprintSha256 = certificate.thumbprintSha256.replaceAll(':', '')
    return { clientCertificate: { ...certificate, thumbprintSha256 } }
  }
  if (clientSecret !== undefined) return { clientSecret }
  throw new CredentialError(
    'options',
    `clientSecret or certificate is required: the refresh token in the store belongs to the confidential application ${clientId}`,
  )
}
