import { it } from 'vitest'
import { bookshop, without } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'throttling'
const answer = ['paths', '/books', 'post', 'responses', '429']

it('accepts an operation with a 429 that says how long to wait', () => accepts(rule, bookshop))

it('finds an operation without a 429', () => rejects(rule, without(answer), { saying: 'add a 429' }))

it('finds a 429 without Retry-After', () =>
  rejects(rule, without([...answer, 'headers', 'Retry-After']), { saying: 'add `Retry-After`' }))

it('finds a 429 without a body', () =>
  rejects(rule, without([...answer, 'content']), { saying: 'must describe its body' }))
