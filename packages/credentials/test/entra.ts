/** Responds in place of Entra, which cannot run on loopback, to a request to one of its endpoints, such as `token`. */
export type Answer = (endpoint: string, form: Readonly<Record<string, string>>) => Response | Promise<Response>

/** Creates a `fetch` that passes requests to Entra to a test. */
export function entra(answer: Answer): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, { body }) => {
    const endpoint = new URL(url).pathname.split('/').at(-1) ?? ''
    return answer(endpoint, Object.fromEntries(new URLSearchParams(typeof body === 'string' ? body : '')))
  }
}

export const tenantId = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
export const clientId = '11111111-1111-4111-8111-111111111111'
export const scope = 'https://api.partnercenter.microsoft.com/user_impersonation'

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
export const deviceCode = {
  device_code: 'GMMhmHCXhWEzkobqIHGG_EnNYYsAkukHspeYUk9E8/+=',
  user_code: 'FHK4ZQ2C9',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 0.001,
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow */
export const tokens = {
  access_token: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.e30.signature-of-it/+=',
  token_type: 'Bearer',
  expires_in: 3_599,
  scope: 'user_impersonation',
  refresh_token: 'AwABAAAAvPM1KaPlrEqdFSBzjqfTGAMxZGUTdM0t4B4/+=',
  client_info: encode({ uid: clientId, utid: tenantId }),
  id_token: idToken('admin@partner.example'),
}

/** Creates an ID token for a user. */
export function idToken(username: string): string {
  return `e30.${encode({ tid: tenantId, oid: clientId, preferred_username: username })}.`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
