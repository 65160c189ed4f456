// Stands in for Entra in the programs of a README: every sign-in succeeds, and every refresh token is valid.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const user = { tid: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10', oid: 'b8f7a3c2-0d6e-4f19-9c34-2a7e5d1b6f80' }
const username = 'admin@partner.example'

const answers: Readonly<Record<string, object>> = {
  devicecode: {
    device_code: 'device-code',
    user_code: 'FHK4ZQ2C9',
    verification_uri: 'https://microsoft.com/devicelogin',
    expires_in: 900,
    interval: 5,
    message: '',
  },
  token: {
    token_type: 'Bearer',
    expires_in: 3_599,
    access_token: jwt({
      ...user,
      aud: 'https://api.partnercenter.microsoft.com',
      scp: 'user_impersonation',
      upn: username,
    }),
    id_token: jwt({ ...user, preferred_username: username }),
    refresh_token: 'the-next-refresh-token',
    client_info: encode({ uid: user.oid, utid: user.tid }),
  },
}

/** Responds to requests to Entra; returns undefined for any other. */
export function answerSignIn(request: Request): Response | undefined {
  const { host, pathname } = new URL(request.url)
  const answer = host === 'login.microsoftonline.com' ? answers[pathname.split('/').at(-1) ?? ''] : undefined
  return answer && Response.json(answer)
}

function jwt(claims: object): string {
  return `${encode({ alg: 'none' })}.${encode(claims)}.`
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

// The user's home, which is removed when the program ends.
const home = mkdtempSync(join(tmpdir(), 'home-'))
// A browser whose user is signed in already.
const browser = `#!${process.execPath}
fetch(process.argv[2], { redirect: 'manual' }).then(({ headers }) => {
  const { redirect_uri, state } = Object.fromEntries(new URL(headers.get('Location')).searchParams)
  return fetch(redirect_uri + '/?code=a-code&state=' + state)
})
`
writeFileSync(join(home, 'xdg-open'), browser, { mode: 0o755 })
Object.assign(process.env, {
  PATH: [home, process.env.PATH].join(delimiter),
  HOME: home,
  USERPROFILE: home,
  PARTNER_CENTER_CLIENT_SECRET: 'a-secret',
  PARTNER_CENTER_REFRESH_TOKEN: 'a-refresh-token',
})
process.on('exit', () => rmSync(home, { recursive: true, force: true }))
