import { expect, it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, lint, rejects } from '../test/lint.ts'

const rule = 'evidence-level'

it('accepts known levels', () => accepts(rule, bookshop))

it('finds an unknown level', () =>
  rejects(rule, withValue(['paths', '/books', 'post', 'x-evidence', 'level'], 'rumoured'), {
    saying: '`rumoured` is not an evidence level',
    at: 'paths./books.post.x-evidence',
  }))

it('finds evidence without a source', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'x-evidence', 'source'], ' '), {
    saying: 'must name its `source`',
  }))

it("finds an unknown level for an operation's fault", () =>
  rejects(rule, withValue(['x-faults', '17', 'operations', 'createBook', 'level'], 'hoped'), { saying: '`hoped`' }))

it('finds documented evidence without a page', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'x-evidence', 'source'], 'the documentation'), {
    saying: 'the address of the page',
  }))

it('finds documented evidence without a page in other kinds of files, such as an exchange', async () => {
  const exchange = { 'x-evidence': { level: 'documented', source: 'the page' } }
  expect(await lint(rule, exchange)).toMatchObject([{ path: 'x-evidence' }])
})
