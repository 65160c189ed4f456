import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'documented-example'
const example = ['paths', '/books', 'post', 'requestBody', 'content', 'application/json', 'examples', 'documented']

it('accepts a documented example in exchanges/', () =>
  accepts(rule, withValue(example, { $ref: 'exchanges/createBook.yaml#/request/body' }), {
    'exchanges/createBook.yaml': { request: { body: { value: { cover: 'Soft' } } } },
  }))

it('accepts an inline example that is not named documented', () => accepts(rule, bookshop))

it('finds an inline documented example', () =>
  rejects(rule, withValue(example, { value: { cover: 'Soft' } }), { saying: 'belongs in exchanges/' }))
