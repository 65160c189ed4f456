import { onTestFinished } from 'vitest'

const tenant = '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10'
const username = 'admin@partner.example'

/** Changes to the usual responses of Entra. */
export interface EntraAnswers {
  /** Members of the response with a device code. */
  readonly code?: object
  /** Members of the response with tokens; an error if there is an `error` among them. */
  readonly token?: object
  /** The name of the user who signs in. */
  readonly username?: string
}

/**
 * Responds to requests to Entra as Microsoft documents it, for one test, as if the code was entered at once. `proof/login.proof.ts` shows
 * with a real server that a sign-in works.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code
 */
export function answerDeviceLogin(answers: EntraAnswers = {}): void {
  const real = globalThis.fetch
  onTestFinished(() => {
    globalThis.fetch = real
  })
  globalThis.fetch = async (input, init) => {
    const { host, pathname } = new URL(input instanceof Request ? input.url : input)
    if (host !== 'login.microsoftonline.com') return real(input, init)
    if (pathname.endsWith('/devicecode')) return Response.json({ ...deviceCode, ...answers.code })
    const status = answers.token && 'error' in answers.token ? 400 : 200
    return Response.json({ ...tokensOf(answers.username ?? username), ...answers.token }, { status })
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

function tokensOf(name: string): object {
  return {
    token_type: 'Bearer',
    expires_in: 3_599,
    access_token: jwt({
      aud: 'https://api.partnercenter.microsoft.com',
      tid: tenant,
      scp: 'user_impersonation',
      upn: name,
      amr: ['pwd', 'mfa'],
    }),
    id_token: jwt({ tid: tenant, oid: tenant, preferred_username: name }),
    refresh_token: 'the-secret-refresh-token',
    client_info: encode({ uid: tenant, utid: tenant }),
  }
}

/** Creates an unsigned token with claims. */
export function jwt(claims: object): string {
  return `${encode({ alg: 'none' })}.${encode(claims)}.`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}
