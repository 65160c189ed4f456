import { it } from 'vitest'
import { bookshop, movedPart, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'operation-id'
const path = ['paths', '/books']

it('accepts a verb and a noun', () => accepts(rule, bookshop))

it('accepts a file of the same name', () =>
  accepts(rule, withValue(path, { $ref: 'paths/createBook.yaml' }), {
    'paths/createBook.yaml': movedPart(path, '../openapi.yaml'),
  }))

it('finds a file of another name', () =>
  rejects(rule, withValue(path, { $ref: 'paths/books.yaml' }), {
    saying: 'must have its name: createBook.yaml',
    files: { 'paths/books.yaml': movedPart(path, '../openapi.yaml') },
  }))

it.each(['BookCreation', 'create_book', 'book', 'createISBN'])('finds that %s is not a verb and a noun', (id) =>
  rejects(rule, withValue([...path, 'post', 'operationId'], id), { saying: `\`${id}\` is not a verb and a noun` }),
)
