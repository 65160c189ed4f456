import { onTestFinished } from 'vitest'

const tenant = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
const username = 'admin@partner.example'

/**
 * Answers what is sent to Entra as Microsoft documents it, for one test, as if the code was typed at once. That a sign-in does work is
 * for `proof/login.proof.ts` to show, with a real server.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function answerDeviceLogin(): void {
  const real = globalThis.fetch
  onTestFinished(() => {
    globalThis.fetch = real
  })
  globalThis.fetch = async (input, init) => {
    const { host, pathname } = new URL(input instanceof Request ? input.url : input)
    if (host !== 'login.microsoftonline.com') return real(input, init)
    return Response.json(pathname.endsWith('/devicecode') ? deviceCode : token)
  }
}

const deviceCode = {
  device_code: 'device-code',
  user_code: 'FHK4ZQ2C9',
  verification_uri: 'https://microsoft.com/devicelogin',
  expires_in: 900,
  interval: 0.01,
  message: '',
}

const token = {
  token_type: 'Bearer',
  expires_in: 3_599,
  access_token: jwt({
    aud: 'https://api.partnercenter.microsoft.com',
    tid: tenant,
    scp: 'user_impersonation',
    upn: username,
    amr: ['pwd', 'mfa'],
  }),
  id_token: jwt({ tid: tenant, oid: tenant, preferred_username: username }),
  refresh_token: 'the-secret-refresh-token',
  client_info: encode({ uid: tenant, utid: tenant }),
}

function jwt(claims: object): string {
  return `${encode({ alg: 'none' })}.${encode(claims)}.`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
