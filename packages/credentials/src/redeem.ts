import { toCredentialError } from './failure.ts'
import { loadMsal, type Tokens, toConfiguration, toTokens } from './msal.ts'
import { createNetwork } from './network.ts'
import type { Settings } from './settings.ts'

/**
 * Redeems a refresh token, once. Every time with an msal of its own: its cache then holds what this exchange gave and nothing else.
 *
 * @throws CredentialError
 */
export async function redeem(settings: Settings, refreshToken: string, claims: string | undefined): Promise<Tokens> {
  const { clientSecret, certificate, scope } = settings
  const { ConfidentialClientApplication } = await loadMsal()
  const network = createNetwork(settings)
  const { auth, ...rest } = toConfiguration(settings, network)
  try {
    const secret = certificate ? { clientCertificate: { ...certificate } } : { clientSecret: clientSecret ?? '' }
    const app = new ConfidentialClientApplication({ ...rest, auth: { ...auth, ...secret } })
    const request = { refreshToken, scopes: [scope], forceCache: true, ...(claims === undefined ? {} : { claims }) }
    const result = await app.acquireTokenByRefreshToken(request)
    if (!result?.accessToken) throw new Error('the answer holds no access token')
    return toTokens(result, app.getTokenCache())
  } catch (thrown) {
    const secrets = [refreshToken, clientSecret ?? '', certificate?.privateKey ?? '']
    throw network.failure() ?? toCredentialError(thrown, settings, secrets)
  }
}
