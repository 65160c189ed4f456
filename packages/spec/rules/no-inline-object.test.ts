import { it } from 'vitest'
import { bookshop, movedPart, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'no-inline-object'
const schema = ['paths', '/books', 'post', 'requestBody', 'content', 'application/json', 'schema']
const cover = ['components', 'schemas', 'Book', 'properties', 'cover']

it('accepts objects that have names', () => accepts(rule, bookshop))

it('accepts an object in its own file', () =>
  accepts(rule, withValue(schema, { $ref: 'schemas/Book.yaml' }), {
    'schemas/Book.yaml': movedPart(['components', 'schemas', 'Book'], '../openapi.yaml'),
  }))

it('finds an object in a body', () =>
  rejects(rule, withValue(schema, { type: 'object' }), { saying: 'An object needs a name', at: schema.join('.') }))

it('finds an object in a list in a component', () =>
  rejects(rule, withValue([...cover, 'items'], { properties: {} }), {
    saying: 'needs a name',
    at: [...cover, 'items'].join('.'),
  }))

it('finds an object in a file of another schema', () =>
  rejects(rule, withValue(schema, { $ref: 'schemas/Books.yaml' }), {
    saying: 'needs a name',
    files: { 'schemas/Books.yaml': { 'x-note': '', items: { type: 'object' } } },
  }))
