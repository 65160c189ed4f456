import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { createFastClock } from '../../test/clock.ts'
import { clientId, deviceCode, entra, idToken, scope, tenantId, tokens } from '../../test/entra.ts'
import { printed } from '../../test/printed.ts'
import {
  checkCredential,
  createMemoryStore,
  createPartnerCredential,
  type DeviceCode,
  startDeviceLogin,
  storeKey,
} from '../index.ts'

const refreshToken = 'the-refresh/token+of="the"=partner'
const clientSecret = 'the~secret/of+the"application"'
const partner = { tenantId, clientId }

const spellings: readonly (readonly [name: string, spell: (secret: string) => string])[] = [
  ['raw', (secret) => secret],
  ['URL-encoded', encodeURIComponent],
  ['URL-encoded in lower case', (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())],
  ['JSON-escaped', (secret) => JSON.stringify({ secret })],
]

/** An OAuth error response with a given text in each of its fields. */
function refusal(text: string): object {
  return {
    error: text,
    error_description: `AADSTS70000: ${text} was refused. Trace ID: ${text}`,
    error_codes: [text],
    correlation_id: text,
    trace_id: text,
    suberror: text,
    code: text,
    error_uri: text,
  }
}

const statuses = [200, 400, 401, 503]

async function renewalError(spell: (secret: string) => string, status: number, options: object, name: string) {
  const seen: string[] = []
  const fetch = entra((_, form) => {
    const secret = form[name] ?? ''
    seen.push(secret)
    const text = spell(secret)
    return Response.json(refusal(text), { status, headers: { 'x-ms-request-id': encodeURIComponent(text) } })
  })
  const store = createMemoryStore({ [storeKey(partner)]: refreshToken })
  const credential = createPartnerCredential({ ...partner, ...options, store, fetch, clock: createFastClock() })
  const error: unknown = await credential.getToken(scope).catch((thrown: unknown) => thrown)
  return { secret: seen[0] ?? '', error }
}

test.for(spellings)('a secret sent to renew a token and echoed %s appears in no error', async ([, spell]) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const certificate = {
    thumbprintSha256: 'ab'.repeat(32),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  for (const status of statuses) {
    for (const [name, options] of [
      ['refresh_token', { clientSecret }],
      ['client_secret', { clientSecret }],
      ['client_assertion', { certificate }],
    ] as const) {
      const { secret, error } = await renewalError(spell, status, options, name)
      expect(secret.length).toBeGreaterThan(20)
      expect(printed(error)).toContain('[secret]')
      expect(error).toMatchObject({ name: 'CredentialError' })
      expect(error).not.toHaveProperty('cause')
      for (const [, each] of spellings) expect(printed(error)).not.toContain(each(secret))
    }
  }
})

test.for(spellings)('a private key that is echoed %s, though never sent, appears in no error', async ([, spell]) => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const certificate = { thumbprintSha256: 'ab'.repeat(32), privateKey: pem }
  const { error } = await renewalError(() => spell(pem), 400, { certificate }, 'refresh_token')
  // The lines between header and footer.
  const body = pem.split('\n').slice(1, -2).join('')
  for (let at = 0; at + 16 <= body.length; at++) {
    const part = body.slice(at, at + 16)
    expect(printed(error)).not.toContain(part)
    expect(printed(error)).not.toContain(encodeURIComponent(part))
  }
})

test.for(spellings)('a device code that is echoed %s is neither shown nor in an error', async ([, spell]) => {
  const text = spell(deviceCode.device_code)
  for (const status of statuses) {
    const shown: DeviceCode[] = []
    const fetch = entra((endpoint) =>
      endpoint === 'devicecode'
        ? Response.json({ ...deviceCode, verification_uri: `https://microsoft.com/?${text}`, message: text })
        : Response.json(refusal(text), { status }),
    )
    const store = createMemoryStore()
    const login = startDeviceLogin({ ...partner, store, fetch, onCode: (code) => void shown.push(code) })
    const error: unknown = await login.catch((thrown: unknown) => thrown)
    expect(error).toMatchObject({ name: 'CredentialError' })
    expect(shown).toHaveLength(1)
    for (const [, each] of spellings) expect(printed([error, shown])).not.toContain(each(deviceCode.device_code))
  }
})

test.for(spellings)('a token that is echoed %s as the user name is not returned', async ([, spell]) => {
  for (const secret of [tokens.access_token, tokens.refresh_token]) {
    const fetch = entra((endpoint) =>
      Response.json(endpoint === 'devicecode' ? deviceCode : { ...tokens, id_token: idToken(spell(secret)) }),
    )
    const login = await startDeviceLogin({ ...partner, store: createMemoryStore(), fetch, onCode() {} })
    expect(login.username).toContain('[secret]')
    for (const [, each] of spellings) expect(printed(login)).not.toContain(each(secret))
  }
})

test.for(spellings)('a token that Partner Center echoes %s appears in no result of the check', async ([, spell]) => {
  const token = tokens.access_token
  for (const status of statuses) {
    const text = spell(token)
    const fetch = async () =>
      Response.json(refusal(text), {
        status,
        headers: { 'MS-RequestId': encodeURIComponent(text), 'MS-CorrelationId': encodeURIComponent(text) },
      })
    const check = await checkCredential(token, { fetch })
    expect(check.serviceCode).toContain('[secret]')
    for (const [, each] of spellings) expect(printed(check)).not.toContain(each(token))
  }
})

test.for([
  ['a string', 200, `"${refreshToken.replaceAll('"', '\\"')}"`],
  ['a number', 200, '17'],
  ['null', 200, 'null'],
  ['not JSON', 200, refreshToken],
  ['an object with an object as its error code', 200, JSON.stringify({ error: { refreshToken } })],
  ['an object with an object as its scope', 200, JSON.stringify({ ...tokens, scope: { refreshToken } })],
  ['an object with an object as its token', 200, JSON.stringify({ ...tokens, access_token: { refreshToken } })],
  ['an object with an invalid ID token', 200, JSON.stringify({ ...tokens, id_token: refreshToken })],
] as const)('a response that is %s is a service error that does not quote it', async ([, status, body]) => {
  const fetch = entra(() => new Response(body, { status }))
  const store = createMemoryStore({ [storeKey(partner)]: refreshToken })
  const credential = createPartnerCredential({ ...partner, clientSecret, store, fetch, clock: createFastClock() })
  const error: unknown = await credential.getToken(scope).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'CredentialError', reason: 'service' })
  expect(printed(error)).not.toContain(refreshToken)
})

test.for([{ of: 'another form' }, 17, 'two words', ''])(
  'the invalid refresh token %j does not replace a valid one',
  async (odd) => {
    const fetch = entra(() => Response.json({ ...tokens, refresh_token: odd }))
    const store = createMemoryStore({ [storeKey(partner)]: refreshToken })
    await createPartnerCredential({ ...partner, clientSecret, store, fetch }).getToken(scope)
    expect(JSON.parse((await store.get(storeKey(partner)))?.value ?? '')).toMatchObject({ refreshToken })
  },
)

test('an error while showing the code is propagated', async () => {
  const fetch = entra(() => Response.json(deviceCode))
  const fault = new RangeError('of the program that shows it')
  const onCode = () => {
    throw fault
  }
  await expect(startDeviceLogin({ ...partner, store: createMemoryStore(), fetch, onCode })).rejects.toBe(fault)
})

test.for([{}, { verification_uri: 17 }, { user_code: '' }])(
  'a response without a device code (%j) is an error',
  async (change) => {
    const answer = Object.keys(change).length > 0 ? { ...deviceCode, ...change } : {}
    const login = startDeviceLogin({
      ...partner,
      store: createMemoryStore(),
      fetch: entra(() => Response.json(answer)),
      onCode: () => expect.unreachable(),
    })
    await expect(login).rejects.toMatchObject({ reason: 'service', message: 'The sign-in service sent no device code' })
  },
)
