import { generateKeyPairSync } from 'node:crypto'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createMemoryStore, createPartnerCredential, isCredentialError, saveRefreshToken, storeKey } from '../index.ts'
import { toSettings } from './settings.ts'

const partner = { tenantId: '9A3F0C1E-7d2b-4c55-8e61-5b0a4f7c2d10', clientId: '11111111-1111-4111-8111-111111111111' }
const good = { ...partner, clientSecret: 'top-secret', store: createMemoryStore() }
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const certificate = {
  thumbprintSha256: 'ab'.repeat(32),
  privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
}

const flaws: readonly (readonly [string, object, string])[] = [
  ['a tenant that is a domain', { tenantId: 'partner.example' }, 'tenantId must be a GUID: '],
  ['no tenant', { tenantId: undefined }, "tenantId must be a GUID: the partner's directory (tenant) ID in Entra"],
  [
    'a client ID in braces',
    { clientId: `{${partner.clientId}}` },
    'clientId must be a GUID: the application (client) ID in Entra',
  ],
  ['an unknown cloud', { cloud: 'mars' }, 'cloud must be global or usGov or china21Vianet'],
  ['a secret that is not a string', { clientSecret: 17 }, 'clientSecret must be the value of the secret, not empty'],
  ['a secret with a leading space', { clientSecret: ' top-secret' }, 'clientSecret must be the value of the secret'],
  ['an inherited name for a cloud', { cloud: 'toString' }, 'cloud must be global or'],
  ['an empty secret', { clientSecret: '' }, 'clientSecret must be the value of the secret, not empty'],
  ['a secret with a line break', { clientSecret: 'top-secret\n' }, 'is there a line break at its end?'],
  ['secret and certificate', { certificate }, 'clientSecret and certificate cannot both be given'],
  [
    'a SHA-1 thumbprint',
    { clientSecret: undefined, certificate: { ...certificate, thumbprintSha256: 'ab'.repeat(20) } },
    'certificate.thumbprintSha256 must be 64 hexadecimal digits',
  ],
  ...['x', 'ab'.repeat(33), `${'ab'.repeat(32)}\n`, 'xy'.repeat(32)].map(
    (thumbprintSha256) =>
      [
        `the thumbprint ${thumbprintSha256}`,
        { clientSecret: undefined, certificate: { ...certificate, thumbprintSha256 } },
        'certificate.thumbprintSha256 must be 64 hexadecimal digits',
      ] as const,
  ),
  [
    'a public key instead of a private key',
    {
      clientSecret: undefined,
      certificate: { ...certificate, privateKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
    },
    'certificate.privateKey must be a private key in PEM, without a passphrase',
  ],
  [
    'a private key that is not a key',
    { clientSecret: undefined, certificate: { ...certificate, privateKey: 'top-secret' } },
    'certificate.privateKey must be a private key in PEM',
  ],
  ['no store', { store: undefined }, 'store must have get and compareAndSet, as createFileStore(path) has'],
  ['half a store', { store: { get() {} } }, 'store must have get and compareAndSet'],
  ['the other half of a store', { store: { compareAndSet() {} } }, 'store must have get and compareAndSet'],
  ['an authority over http', { authority: 'http://localhost:3000' }, 'authority must be an https URL'],
  ['an authority that is not a URL', { authority: 'localhost' }, 'authority must be an https URL'],
  ['a timeout of zero', { timeout: 0 }, 'timeout must be a positive number of milliseconds'],
]

test.for(flaws)('%s is rejected at once, with the name of the option and without its value', ([, change, flaw]) => {
  const options = { ...good, ...change }
  try {
    createPartnerCredential(options)
    expect.unreachable()
  } catch (error) {
    if (!isCredentialError(error)) throw error
    expect(error.reason).toBe('options')
    expect(error.message).toContain(flaw)
    expect(error.message).not.toContain('top-secret')
  }
})

test('valid options are kept unchanged', async () => {
  const { clientSecret: _, ...rest } = good
  const thumbprintSha256 = Array.from({ length: 32 }, () => 'AB').join(':')
  const settings = toSettings({ ...rest, certificate: { ...certificate, thumbprintSha256 }, timeout: 1 })
  expect(settings).toMatchObject({ timeout: 1, isEntra: true, cloud: 'global' })
  expect(toSettings(good)).toMatchObject({ timeout: 10_000, key: storeKey(partner) })
  const fetch = async () => Response.json({})
  const clock = { now: () => 17, sleep: async () => {} }
  const authority = 'https://localhost:3000'
  expect(toSettings({ ...good, fetch, clock, authority })).toMatchObject({ fetch, clock, authority, isEntra: false })
})

test('a replacement of the global fetch takes effect', async () => {
  const { fetch } = toSettings(good)
  const asked: unknown[] = []
  vi.stubGlobal('fetch', async (...args: unknown[]) => {
    asked.push(...args)
    return Response.json({})
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  await fetch('https://localhost', { method: 'POST' })
  expect(asked).toEqual(['https://localhost', { method: 'POST' }])
})

test.for([
  // https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
  ['global', 'https://login.microsoftonline.com', 'https://api.partnercenter.microsoft.com'],
  ['usGov', 'https://login.microsoftonline.us', 'https://api.partnercenter.microsoft.com'],
  ['china21Vianet', 'https://login.partner.microsoftonline.cn', 'https://partner.partnercenterapi.microsoftonline.cn'],
] as const)('in the cloud %s, users sign in at %s for %s', ([cloud, login, baseUrl]) => {
  const { authority, scope } = toSettings({ ...good, cloud })
  expect(authority).toBe(`${login}/${partner.tenantId}`)
  expect(scope).toBe(`${baseUrl}/user_impersonation`)
})

test('the key of a partner does not depend on the case of its IDs', () => {
  expect(storeKey(partner)).toBe('global-9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10-11111111-1111-4111-8111-111111111111')
})

test('the key of a partner is a valid name for a secret in Key Vault', () => {
  // https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates: 1 to 127 of 0-9, a-z, A-Z and -
  expect(storeKey({ ...partner, cloud: 'china21Vianet' })).toMatch(/^[\da-zA-Z-]{1,127}$/)
})

test('a saved refresh token replaces an earlier one', async () => {
  const store = createMemoryStore()
  await saveRefreshToken({ ...partner, store }, 'one')
  await saveRefreshToken({ ...partner, store }, '  two\n')
  const saved = async () => JSON.parse((await store.get(storeKey(partner)))?.value ?? '')
  expect(await saved()).toEqual({ refreshToken: 'two', isPublic: false })
  await saveRefreshToken({ ...partner, store, isPublic: true }, 'three')
  expect(await saved()).toEqual({ refreshToken: 'three', isPublic: true })
})

test('an invalid refresh token is neither saved nor shown', async () => {
  const store = createMemoryStore()
  for (const text of ['', 'top secret', '{"top":"secret"}']) {
    const error: unknown = await saveRefreshToken({ ...partner, store }, text).catch((thrown: unknown) => thrown)
    if (!isCredentialError(error)) throw error
    expect(error.message).not.toMatch(/top.*secret/)
  }
  expect(await store.get(storeKey(partner))).toBeUndefined()
})
