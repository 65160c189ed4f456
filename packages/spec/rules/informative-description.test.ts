import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'informative-description'
const properties = ['components', 'schemas', 'Book', 'properties']

it('accepts descriptions that say more than the name', () => accepts(rule, bookshop))

it('finds a property without a description', () =>
  rejects(rule, without([...properties, 'cover', 'description']), { saying: '`cover` has no description' }))

it('finds a description that repeats the name', () =>
  rejects(rule, withValue([...properties, 'bookTitle'], { type: 'string', description: 'The title of the book.' }), {
    saying: 'only repeats its name',
  }))

it('uses the own name of a parameter, not its key', () =>
  rejects(rule, withValue(['components', 'parameters', 'RequestId', 'description'], 'The MS request ID'), {
    saying: '`MS-RequestId` only repeats',
  }))

it('finds a description that repeats the operationId', () =>
  rejects(rule, withValue(['paths', '/books', 'post', 'description'], 'Create a book.'), {
    saying: '`createBook` only repeats',
    at: 'paths./books.post',
  }))

it.each(['409', 'Conflict', '409 Conflict'])(
  'finds the response description %j, which repeats the status',
  (description) =>
    rejects(rule, withValue(['paths', '/books', 'post', 'responses', '409', 'description'], description), {
      saying: '`409 Conflict` only repeats',
    }),
)

it('finds a known value whose description repeats it', () =>
  rejects(rule, withValue([...properties, 'cover', 'x-known-values', 0, 'description'], 'Soft.'), {
    saying: '`Soft` only repeats',
  }))
