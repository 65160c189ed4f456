import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'fault-example'
const examples = ['paths', '/books', 'post', 'responses', '409', 'content', 'application/json', 'examples']

it('accepts a fault with an example', () => accepts(rule, bookshop))

it('finds a fault without an example', () =>
  rejects(rule, withValue([...examples, 'soldOut', 'value', 'code'], '18'), {
    saying: 'createBook has no example `soldOut` of fault 17 under 409',
  }))

it('finds an example under another name', () =>
  rejects(rule, withValue(examples, { gone: { value: { code: '17' } } }), { saying: 'no example `soldOut`' }))

const fault = ['x-faults', '17']

it('accepts an example that fills in the placeholders of the text', () =>
  accepts(rule, withValue([...fault, 'text'], 'The {0} is sold {1}.')))

it('finds an example with the text of another fault', () =>
  rejects(rule, withValue([...fault, 'text'], 'The {0} is not for sale.'), {
    saying: 'example `soldOut` of createBook under 409 does not have the text of fault 17',
  }))
