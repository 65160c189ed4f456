import { it } from 'vitest'
import { bookshop, type Json, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'example-properties'
const body = ['paths', '/books', 'post', 'requestBody', 'content', 'application/json']
const book = ['components', 'schemas', 'Book']

const withAuthor = (author: Json, document: Json = bookshop): Json =>
  withValue([...book, 'properties', 'author'], author, document)
const person: Json = { type: 'object', properties: { name: { type: 'string' } } }

it('accepts examples with properties that their schemas list', () => accepts(rule, bookshop))

it('finds a property that was renamed in the schema of a body', () =>
  rejects(rule, withValue([...body, 'examples', 'small', 'value'], { binding: 'Soft' }), {
    saying: 'lists no property `binding`; it lists: id, cover.',
    at: [...body, 'examples', 'small', 'value', 'binding'].join('.'),
  }))

it('finds an unlisted property in the only example of a body', () =>
  rejects(rule, withValue([...body, 'example'], { binding: 'Soft' }), { saying: '`binding`' }))

it.each(['examples', 'example'])('finds an unlisted property in the %s of a schema', (keyword) =>
  rejects(rule, withValue([...book, keyword], keyword === 'example' ? { binding: 'Soft' } : [{ binding: 'Soft' }]), {
    saying: '`binding`',
    at: [...book, keyword, ...(keyword === 'example' ? [] : ['0']), 'binding'].join('.'),
  }),
)

it.each<[where: string, author: Json, value: Json]>([
  ['inside a property', person, { surname: 'Carr' }],
  ['inside a property that may be null', { oneOf: [person, { type: 'null' }] }, { surname: 'Carr' }],
  ['inside a list', { type: 'array', items: person }, [{ name: 'Carr' }, { surname: 'Carr' }]],
  [
    'inside a list of fixed length',
    { type: 'array', prefixItems: [{ type: 'string' }, person] },
    ['', { surname: '' }],
  ],
  ['inside a composed schema', { allOf: [person, { properties: { born: {} } }] }, { born: 1, surname: '' }],
])('finds an unlisted property %s', (_, author, value) =>
  rejects(rule, withValue([...body, 'examples', 'small', 'value'], { author: value }, withAuthor(author)), {
    saying: 'lists no property `surname`',
  }),
)

it.each<[what: string, author: Json]>([
  ['the names are data', { type: 'object', properties: { name: {} }, additionalProperties: { type: 'string' } }],
  ['names have a pattern', { type: 'object', properties: { name: {} }, patternProperties: { '^sur': {} } }],
  ['no property is listed', { type: 'object' }],
  ['an alternative lists it', { anyOf: [person, { properties: { surname: {} } }] }],
])('accepts an unlisted property if %s', (_, author) =>
  accepts(
    rule,
    withValue([...body, 'examples', 'small', 'value'], { author: { surname: 'Carr' } }, withAuthor(author)),
  ),
)

it('finds an unlisted property in another file, at its place there', () =>
  rejects(rule, withValue([...body, 'examples', 'small'], { $ref: 'examples/small.yaml' }), {
    saying: '`binding`',
    at: 'value.binding',
    files: { 'examples/small.yaml': { value: { binding: 'Soft' } } },
  }))
