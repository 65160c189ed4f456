import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { clientId, entra, tokens } from '../../test/entra.ts'
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

// https://www.rfc-editor.org/rfc/rfc7523#section-2.2
test('a refresh token of an application with a certificate is redeemed with that certificate', async () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })
  const certificate = {
    thumbprintSha256: 'ab'.repeat(32),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
  const forms: Readonly<Record<string, string>>[] = []
  const { id_token: _, ...nameless } = tokens
  const fetch = entra((_endpoint, form) => {
    forms.push(form)
    return Response.json(nameless)
  })
  const options = { tenantId, clientId, certificate, store: createMemoryStore(), fetch }
  expect(await importRefreshToken(options, 'a-refresh-token')).toStrictEqual({})
  expect(forms).toMatchObject([
    {
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      refresh_token: 'a-refresh-token',
    },
  ])
})

test('a rejected refresh token is not stored', async () => {
  const options = { ...signIn.partner, store: createMemoryStore() }
  await expect(importRefreshToken(options, 'of-somebody-else')).rejects.toMatchObject({ reason: 'consent' })
  await expect(createPartnerCredential(options).getToken(scope)).rejects.toThrow('holds no refresh token')
})

test.for(['', 'two words', 'a-token\n'])('%j is not a refresh token, and is not shown', async (token) => {
  const options = { ...signIn.partner, tenantId, store: createMemoryStore() }
  await expect(importRefreshToken(options, token)).rejects.toMatchObject({
    reason: 'options',
    message: 'refreshToken is empty or contains white space: is there a line break in it?',
  })
})
