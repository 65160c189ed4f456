import { expect, test } from 'vitest'
import { clientSecret, deviceClient, scope, tenantId } from '../../test/oidc-server.ts'
import { useSignIn } from '../../test/sign-in.ts'
import { createMemoryStore, createPartnerCredential, importRefreshToken } from '../index.ts'

const signIn = useSignIn()

test.for([
  ['of a public client', { clientId: deviceClient }],
  ['of an application with a secret', { clientSecret }],
] as const)('a refresh token %s is redeemed once, and its successor stored', async ([, more]) => {
  const { server, partner } = signIn
  const { clientSecret: _, ...rest } = partner
  const options = { ...rest, ...more, store: createMemoryStore() }
  const token = await server.consent(options.clientId)
  server.exchanges.length = 0
  expect(await importRefreshToken(options, token)).toEqual({ username: 'admin@partner.example' })
  await createPartnerCredential(options).getToken(scope)
  expect(server.exchanges).toEqual(['refresh_token 200'])
  await createPartnerCredential(options).getToken(scope, { claims: '{}' })
  expect(server.exchanges).toEqual(['refresh_token 200', 'refresh_token 200'])
})

test('a refresh token that is refused is not stored', async () => {
  const options = { ...signIn.partner, store: createMemoryStore() }
  await expect(importRefreshToken(options, 'of-somebody-else')).rejects.toMatchObject({ reason: 'consent' })
  await expect(createPartnerCredential(options).getToken(scope)).rejects.toThrow('holds no refresh token')
})

test.for(['', 'two words', 'a-token\n'])('%j is no refresh token, and is not shown', async (token) => {
  const options = { ...signIn.partner, tenantId, store: createMemoryStore() }
  await expect(importRefreshToken(options, token)).rejects.toMatchObject({
    reason: 'options',
    message: 'refreshToken is empty, or holds white space: is there a line break in it?',
  })
})
