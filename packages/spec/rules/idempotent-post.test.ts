import { it } from 'vitest'
import { bookshop, partOf, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'idempotent-post'
const post = ['paths', '/books', 'post']

it('accepts a POST with the header', () => accepts(rule, bookshop))

it('accepts the header on the path', () =>
  accepts(
    rule,
    withValue(['paths', '/books', 'parameters'], partOf([...post, 'parameters']), without([...post, 'parameters'])),
  ))

it('finds a POST without the header', () =>
  rejects(rule, without([...post, 'parameters']), { saying: 'only with MS-RequestId', at: post.join('.') }))

it('accepts a GET without the header', () => accepts(rule, withValue(['paths', '/books'], { get: {} })))
