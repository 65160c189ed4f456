import { expect, it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, lint, rejects } from '../test/lint.ts'

const rule = 'no-secrets'

it('accepts a document without secrets', () => accepts(rule, bookshop))

it('accepts placeholders', () =>
  accepts(rule, withValue(['info', 'description'], 'Send `Authorization: Bearer <token>`.')))

it.each([
  ['a JWT', ['eyJ0eXAiOiJKV1QiLCJhbGciOiJ', 'eyJhdWQiOiJodHRwczovL2FwaS', 'c2lnbmF0dXJl'].join('.')],
  ['a bearer token', `Bearer ${'0123456789abcdef'.repeat(2)}`],
  ['a private key', `-----BEGIN ${'PRIVATE'} KEY-----`],
])('finds %s', (_, secret) =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'example'], { id: secret }), {
    saying: 'looks like a credential',
  }),
)

it('finds a secret in other kinds of files, such as an exchange', async () => {
  const exchange = { request: { headers: { Authorization: `Bearer ${'0123456789abcdef'.repeat(2)}` } } }
  expect(await lint(rule, exchange)).toMatchObject([{ path: 'request.headers.Authorization' }])
})
