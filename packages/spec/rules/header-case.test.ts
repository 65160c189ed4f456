import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'header-case'

it('accepts headers that are spelt as documented', () => accepts(rule, bookshop))

it('accepts any case for a parameter that is not a header', () =>
  accepts(rule, withValue(['components', 'parameters', 'page'], { name: 'page-number', in: 'query' })))

it.each([
  ['ms-requestid', 'MS-RequestId'],
  ['Www-authenticate', 'WWW-Authenticate'],
  ['x-shelf', 'X-Shelf'],
])('finds that %s should be spelt %s', (wrong, right) =>
  rejects(rule, withValue(['components', 'headers', wrong], {}), { saying: `spelt ${right}.` }),
)

it('finds a misspelt header parameter', () =>
  rejects(rule, withValue(['components', 'parameters', 'Shelf'], { name: 'x-shelf', in: 'header' }), {
    saying: 'spelt X-Shelf',
    at: 'components.parameters.Shelf.name',
  }))
