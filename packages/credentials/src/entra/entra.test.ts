import { expect, test } from 'vitest'
import { type Cloud, createMemoryStore, createPartnerCredential, startDeviceLogin, storeKey } from '../index.ts'

// The requests to Entra and its responses, as documented, since Entra cannot run on loopback:
// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#refresh-the-access-token
const tenantId = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
const clientId = '11111111-1111-4111-8111-111111111111'
const scopes = {
  global: 'https://api.partnercenter.microsoft.com',
  china21Vianet: 'https://partner.partnercenterapi.microsoftonline.cn',
}

function entra(answers: Readonly<Record<string, object>>) {
  const sent: { readonly url: URL; readonly form: Record<string, string> }[] = []
  async function fetch(url: string, { body }: RequestInit): Promise<Response> {
    const parsed = new URL(url)
    sent.push({ url: parsed, form: Object.fromEntries(new URLSearchParams(String(body))) })
    return Response.json(answers[parsed.pathname.split('/').at(-1) ?? ''])
  }
  return { sent, fetch }
}

const token = {
  access_token: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.e30.signature',
  token_type: 'Bearer',
  expires_in: 3_599,
  scope: 'user_impersonation',
  refresh_token: 'AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4',
  client_info: Buffer.from(JSON.stringify({ uid: clientId, utid: tenantId })).toString('base64url'),
  id_token: `e30.${Buffer.from(JSON.stringify({ tid: tenantId, oid: clientId, preferred_username: 'admin@partner.example' })).toString('base64url')}.`,
}

test.for([
  ['global', 'login.microsoftonline.com', scopes.global],
  ['usGov', 'login.microsoftonline.us', scopes.global],
  ['china21Vianet', 'login.partner.microsoftonline.cn', scopes.china21Vianet],
] as const)('in the cloud %s one request to %s redeems a refresh token', async ([cloud, host, audience]) => {
  const { sent, fetch } = entra({ token })
  const partner: { tenantId: string; clientId: string; cloud: Cloud } = { tenantId, clientId, cloud }
  const store = createMemoryStore({ [storeKey(partner)]: 'the-first' })
  const credential = createPartnerCredential({ ...partner, clientSecret: 'a~secret&more', store, fetch })
  expect(await credential.getToken(`${audience}/user_impersonation`)).toMatchObject({ token: token.access_token })
  expect(sent).toHaveLength(1)
  expect(sent[0]?.url).toMatchObject({ protocol: 'https:', host, pathname: `/${tenantId}/oauth2/v2.0/token` })
  expect(sent[0]?.form).toMatchObject({
    client_id: clientId,
    client_secret: 'a~secret&more',
    grant_type: 'refresh_token',
    refresh_token: 'the-first',
    scope: expect.stringContaining(`${audience}/user_impersonation`),
  })
  expect(JSON.parse((await store.get(storeKey(partner)))?.value ?? '')).toMatchObject({
    refreshToken: token.refresh_token,
  })
})

test('a refresh token from a device code is redeemed without the secret, which Entra would reject', async () => {
  const devicecode = {
    device_code: 'a',
    user_code: 'FHK4ZQ2C9',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 5,
  }
  const { sent, fetch } = entra({ devicecode, token })
  const options = { tenantId, clientId, clientSecret: 'a-secret', store: createMemoryStore(), fetch }
  expect(await startDeviceLogin({ ...options, onCode() {} })).toEqual({ username: 'admin@partner.example' })
  await createPartnerCredential(options).getToken(`${scopes.global}/user_impersonation`, { claims: '{}' })
  expect(sent.map(({ url }) => url.pathname.split('/').at(-1))).toEqual(['devicecode', 'token', 'token'])
  expect(sent.at(-1)?.form).toMatchObject({ grant_type: 'refresh_token', refresh_token: token.refresh_token })
  for (const { form } of sent) expect(form).not.toHaveProperty('client_secret')
})
