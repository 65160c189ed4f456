import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'body-example'
const body = ['paths', '/books', 'post', 'requestBody', 'content', 'application/json']

it('accepts bodies that have an example', () => accepts(rule, bookshop))

it('accepts a single `example`', () =>
  accepts(rule, withValue([...body, 'example'], { id: 'x' }, without([...body, 'examples']))))

it('finds a request body without an example', () =>
  rejects(rule, without([...body, 'examples']), {
    saying: 'no example',
    at: 'paths./books.post.requestBody.content.application/json',
  }))

it('finds a response body without an example', () =>
  rejects(
    rule,
    withValue(['paths', '/books', 'post', 'responses', '200', 'content', 'application/json', 'examples'], {}),
    {
      saying: 'no example',
      at: 'paths./books.post.responses.200.content.application/json',
    },
  ))
