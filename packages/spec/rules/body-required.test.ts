import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'body-required'
const body = ['paths', '/books', 'post', 'requestBody']

it('accepts a body that is required', () => accepts(rule, bookshop))

it('accepts a body that states it is optional', () => accepts(rule, withValue([...body, 'required'], false)))

it('finds a body without `required`', () =>
  rejects(rule, without([...body, 'required']), { saying: 'may be left out', at: 'paths./books.post.requestBody' }))
