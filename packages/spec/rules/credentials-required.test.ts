import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'credentials-required'
const operation = ['paths', '/books', 'post']

it('accepts an operation for which the document asks', () => accepts(rule, bookshop))

it('accepts an operation that asks itself', () =>
  accepts(rule, withValue(['security'], [], withValue([...operation, 'security'], [{ card: [] }]))))

it('finds an operation that asks for none', () =>
  rejects(rule, withValue([...operation, 'security'], []), {
    saying: 'createBook answers callers without credentials',
    at: 'paths./books.post.security',
  }))

it('finds an operation to whose callers credentials are left', () =>
  rejects(rule, withValue(['security'], [{ card: [] }, {}]), {
    saying: 'without credentials',
    at: 'paths./books.post',
  }))
