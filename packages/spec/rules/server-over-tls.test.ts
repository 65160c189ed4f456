import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'server-over-tls'

it('accepts a document without servers', () => accepts(rule, bookshop))

it.each(['https://api.example.com', '/v1', '{scheme}://example.com', 'http://localhost:4010', 'http://127.0.0.1'])(
  'accepts %s',
  (url) => accepts(rule, withValue(['servers'], [{ url }])),
)

it.each(['http://api.example.com', 'http://localhost.example.com'])('finds %s', (url) =>
  rejects(rule, withValue(['servers'], [{ url: 'https://example.com' }, { url }]), {
    saying: 'write https',
    at: 'servers.1.url',
  }),
)
