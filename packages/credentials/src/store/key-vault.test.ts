import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SecretClient } from '@azure/keyvault-secrets'
import { expect, onTestFinished, test } from 'vitest'
import { startKeyVaultServer } from '../../test/key-vault-server.ts'
import { scope } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createPartnerCredential, saveRefreshToken, type TokenStore } from '../index.ts'

const signIn = useSignIn()
const root = join(import.meta.dirname, '../..')

/** Loads the store that the README shows. */
async function recipe(): Promise<(secrets: SecretClient) => TokenStore> {
  const snippets = readFileSync(join(root, 'README.md'), 'utf8').match(/(?<=^```ts\n).*?(?=^```$)/gms) ?? []
  const file = join(root, 'reports', 'key-vault-recipe.ts')
  mkdirSync(join(root, 'reports'), { recursive: true })
  writeFileSync(file, snippets.find((code) => code.includes('function createKeyVaultStore')) ?? '')
  const { createKeyVaultStore } = await import(pathToFileURL(file).href)
  return createKeyVaultStore
}

async function vault() {
  const server = await startKeyVaultServer(signIn.certificate)
  onTestFinished(() => server.close())
  const identity = { getToken: async () => ({ token: 'of-the-program', expiresOnTimestamp: Date.now() + 3_600_000 }) }
  const client = new SecretClient(server.url, identity, { disableChallengeResourceVerification: true })
  const createKeyVaultStore = await recipe()
  return { server, secrets: server.secrets, store: createKeyVaultStore(client) }
}

test('the recipe keeps the refresh token of a partner in Azure Key Vault', async () => {
  const { server, partner, key } = signIn
  const { store, secrets } = await vault()
  expect(await store.get(key)).toBeUndefined()
  const first = await server.consent()
  await saveRefreshToken({ ...partner, store }, first)
  await createPartnerCredential({ ...partner, store }).getToken(scope)
  await createPartnerCredential({ ...partner, store }).getToken(scope, { claims: '{}' })
  const tokens = secrets.get(key)?.map((value) => JSON.parse(value).refreshToken)
  // Stored, then marked as busy and replaced, twice.
  expect(tokens).toHaveLength(5)
  expect(new Set(tokens).size).toBe(3)
})

test('a plain refresh token in the vault works, too', async () => {
  const { server, partner, key } = signIn
  const { store, secrets } = await vault()
  secrets.set(key, [await server.consent()])
  await expect(createPartnerCredential({ ...partner, store }).getToken(scope)).resolves.toHaveProperty('token')
})

test('the last writer wins, and the earlier one is told', async () => {
  const { server, store, secrets } = await vault()
  expect(await store.compareAndSet('key', undefined, 'one')).toBe(true)
  expect(await store.compareAndSet('key', undefined, 'two')).toBe(false)
  const version = (await store.get('key'))?.version
  server.intruder = 'of somebody else'
  expect(await store.compareAndSet('key', version, 'three')).toBe(false)
  expect(await store.get('key')).toMatchObject({ value: 'of somebody else' })
  expect(secrets.get('key')).toEqual(['one', 'three', 'of somebody else'])
})
