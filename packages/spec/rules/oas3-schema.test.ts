import { it } from 'vitest'
import { bookshop, movedPart, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'oas3-schema'
const path = ['paths', '/books']

it('accepts a path in its own file', () =>
  accepts(rule, withValue(path, { $ref: 'books.yaml' }), { 'books.yaml': movedPart(path, 'openapi.yaml') }))

it('accepts an inline path', () => accepts(rule, bookshop))

it('finds a mistake in the file of a path', () =>
  rejects(rule, withValue(path, { $ref: 'books.yaml' }), {
    saying: '',
    files: { 'books.yaml': { get: { responses: { 200: { description: 17 } } } } },
  }))
