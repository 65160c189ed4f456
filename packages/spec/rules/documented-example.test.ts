import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'documented-example'
const example = ['paths', '/books', 'post', 'requestBody', 'content', 'application/json', 'examples', 'documented']

it('accepts a documented example that stands in exchanges/', () =>
  accepts(rule, withValue(example, { $ref: 'exchanges/createBook.yaml#/request/body' }), {
    'exchanges/createBook.yaml': { request: { body: { value: { cover: 'Soft' } } } },
  }))

it('accepts an example in place that claims nothing', () => accepts(rule, bookshop))

it('finds a documented example in place', () =>
  rejects(rule, withValue(example, { value: { cover: 'Soft' } }), { saying: 'stands in exchanges/' }))
