import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'credentials-required'
const operation = ['paths', '/books', 'post']

it('accepts an operation under the requirement of the document', () => accepts(rule, bookshop))

it('accepts an operation with its own requirement', () =>
  accepts(rule, withValue(['security'], [], withValue([...operation, 'security'], [{ card: [] }]))))

it('finds an operation that requires none', () =>
  rejects(rule, withValue([...operation, 'security'], []), {
    saying: 'createBook accepts callers without credentials',
    at: 'paths./books.post.security',
  }))

it('finds an operation whose credentials are optional', () =>
  rejects(rule, withValue(['security'], [{ card: [] }, {}]), {
    saying: 'without credentials',
    at: 'paths./books.post',
  }))
