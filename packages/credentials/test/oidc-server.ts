import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import Provider, { type ClientMetadata, type JWKS } from 'oidc-provider'
import type { Certificate } from './certificate.ts'

/** The audience of tokens for Partner Center. */
const audience = 'https://api.partnercenter.microsoft.com'
export const scope = `${audience}/user_impersonation`

export const tenantId = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
export const secretClient = '11111111-1111-4111-8111-111111111111'
export const certificateClient = '22222222-2222-4222-8222-222222222222'
export const deviceClient = '33333333-3333-4333-8333-333333333333'
export const clientSecret = 'the-secret-of-the-application'

/** A sign-in server on loopback, over TLS, that rotates refresh tokens and revokes everything when one is used twice. */
export interface OidcServer {
  readonly issuer: string
  /** Issues a refresh token, as after a user's consent. */
  consent(clientId?: string): Promise<string>
  /** The requests to the token endpoint and their results: `refresh_token 200`, `refresh_token invalid_grant`. */
  readonly exchanges: string[]
  /** Approves a device code, as its user would. */
  approve(userCode: string): Promise<void>
  /** Declines a device code, as its user would. */
  decline(userCode: string): Promise<void>
  /** The lifetime of access tokens, in seconds. @default 3600 */
  lifetime: number
  close(): void
}

/**
 * Starts a server.
 *
 * @param keys the public keys of `certificateClient`
 */
export async function startOidcServer({ cert, key }: Certificate, keys: JWKS = { keys: [] }): Promise<OidcServer> {
  const listener = createServer({ cert, key })
  await once(listener.listen(0, 'localhost'), 'listening')
  const { port } = listener.address() as AddressInfo
  const issuer = `https://localhost:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        ...common,
        client_id: secretClient,
        client_secret: clientSecret,
        token_endpoint_auth_method: 'client_secret_post',
      },
      { ...common, client_id: certificateClient, jwks: keys, token_endpoint_auth_method: 'private_key_jwt' },
      {
        ...common,
        client_id: deviceClient,
        application_type: 'native',
        token_endpoint_auth_method: 'none',
        // With any port: https://www.rfc-editor.org/rfc/rfc8252#section-7.3
        redirect_uris: ['http://localhost'],
      },
    ],
    scopes: ['openid', 'profile', 'offline_access'],
    rotateRefreshToken: true,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    conformIdTokenClaims: false,
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    ttl: { AccessToken: 3_600, DeviceCode: 600, Grant: 3_600, IdToken: 3_600, RefreshToken: 3_600 },
    // The path that msal expects of Entra.
    routes: { device_authorization: '/devicecode' },
    features: {
      devInteractions: { enabled: false },
      deviceFlow: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({ scope, audience, accessTokenFormat: 'jwt', accessTokenTTL: server.lifetime }),
      },
    },
    findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId, preferred_username: accountId }) }),
    extraTokenClaims: (_, token) => ({
      tid: tenantId,
      scp: token.scope ?? '',
      upn: 'admin@partner.example',
      amr: ['pwd', 'mfa'],
    }),
  })
  provider.use(async (context, next) => {
    const [, uid, decision] = /^\/interaction\/([\w-]+)(?:\/(accept|decline))?$/.exec(context.path) ?? []
    if (uid === undefined) return next()
    context.type = 'text/html'
    if (decision === undefined) {
      context.body = interactionPage(uid)
      return
    }
    const grantId = await grant(deviceClient)
    const result =
      decision === 'accept'
        ? { login: { accountId }, consent: { grantId } }
        : { error: 'access_denied', error_description: 'End-User aborted interaction' }
    context.redirect(await provider.interactionResult(context.req, context.res, result))
  })
  provider.use(async (context, next) => {
    if (context.path === '/token') await renameDeviceCode(context.req)
    await next()
    const { oidc, body, status } = context
    if (oidc?.route === 'token') exchanges.push(`${oidc.params?.grant_type} ${Object(body).error ?? status}`)
    // Without an interval, RFC 8628 has the client wait for five seconds between polls.
    if (oidc?.route === 'device_authorization') Object.assign(Object(body), { interval: 0.05 })
  })
  listener.on('request', provider.callback())

  const exchanges: string[] = []
  const server: OidcServer = {
    issuer,
    exchanges,
    lifetime: 3_600,
    async consent(clientId = secretClient) {
      const client = await provider.Client.find(clientId)
      if (!client) throw new Error('unknown client')
      const grantId = await grant(clientId)
      const token = new provider.RefreshToken({
        client,
        accountId,
        grantId,
        gty: 'authorization_code',
        scope: scopes,
        resource: audience,
      })
      return token.save()
    },
    async approve(userCode) {
      await decide(userCode, { accountId, grantId: await grant(deviceClient), scope: scopes, resource: audience })
    },
    decline: (userCode) =>
      decide(userCode, { error: 'access_denied', errorDescription: 'End-User aborted interaction' }),
    close() {
      listener.close()
      listener.closeAllConnections()
    },
  }

  async function decide(userCode: string, decision: object): Promise<void> {
    const code = await provider.DeviceCode.findByUserCode(userCode.replaceAll('-', ''))
    if (!code) throw new Error('unknown code')
    await Object.assign(code, decision).save()
  }

  async function grant(clientId: string): Promise<string> {
    const granted = new provider.Grant({ accountId, clientId })
    granted.addOIDCScope('openid profile offline_access')
    granted.addResourceScope(audience, scope)
    return granted.save()
  }
  return server
}

/** Renames the grant type of msal, which only Entra uses, to the standard one. */
async function renameDeviceCode(request: IncomingMessage): Promise<void> {
  const body = new URLSearchParams(await text(request))
  if (body.get('grant_type') === 'device_code') body.set('grant_type', 'urn:ietf:params:oauth:grant-type:device_code')
  Object.assign(request, { body: Object.fromEntries(body) })
}

/** Creates the page shown to a user who signs in with a browser. */
function interactionPage(uid: string): string {
  const forms = ['accept', 'decline'].map(
    (decision) => `<form method="post" action="/interaction/${uid}/${decision}"><button>${decision}</button></form>`,
  )
  return `<!doctype html><title>Sign in</title><h1>Sign in as ${accountId}?</h1>${forms.join('')}`
}

const accountId = 'admin@partner.example'
const scopes = `openid profile offline_access ${scope}`
const common: Omit<ClientMetadata, 'client_id'> = {
  grant_types: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  response_types: ['code'],
  redirect_uris: ['https://partner.example/signed-in'],
}
