import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'response-headers'
const response = ['paths', '/books', 'post', 'responses', '404']

it('accepts responses with both headers', () => accepts(rule, bookshop))

it('finds a response that lacks one', () =>
  rejects(rule, without([...response, 'headers', 'MS-CorrelationId']), { saying: 'lacks MS-CorrelationId' }))

it('finds a response component that lacks one', () =>
  rejects(rule, withValue(['components', 'responses', 'Gone'], { headers: { 'MS-RequestId': {} } }), {
    saying: 'lacks MS-CorrelationId',
    at: 'components.responses.Gone',
  }))
