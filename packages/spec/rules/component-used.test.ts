import { it } from 'vitest'
import { bookshop, partOf, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'component-used'
const path = ['paths', '/books']
const everything = ['parameters/RequestId', 'headers/MS-RequestId', 'schemas/Book', 'schemas/Problem'].map((name) => ({
  $ref: `../openapi.yaml#/components/${name}`,
}))
const slow = { $ref: '../openapi.yaml#/components/schemas/Slow' }

it('accepts components that are referenced', () => accepts(rule, bookshop))

it('accepts a component that another file references by its file name', () =>
  accepts(
    rule,
    withValue(
      ['components', 'schemas', 'Slow'],
      { $ref: 'Slow.yaml' },
      withValue(path, { $ref: 'paths/createBook.yaml' }),
    ),
    {
      'Slow.yaml': partOf(['components', 'schemas', 'Slow']),
      'paths/createBook.yaml': { post: { 'x-note': { $ref: '../Slow.yaml' }, 'x-all': everything } },
    },
  ))

it('finds a component without references', () =>
  rejects(rule, withValue(['components', 'schemas', 'Map'], { type: 'string' }), {
    saying: 'Nothing refers to Map',
    at: 'components.schemas.Map',
  }))

it('finds a component that only references itself', () =>
  rejects(rule, withValue(['components', 'schemas', 'Tree'], { items: { $ref: '#/components/schemas/Tree' } }), {
    saying: 'Tree',
  }))

it('finds a component in a file without other references', () =>
  rejects(rule, withValue(['components', 'schemas', 'Map'], { $ref: 'Map.yaml' }), {
    saying: 'Nothing refers to Map',
    files: { 'Map.yaml': { type: 'string' } },
  }))

it('finds a security scheme that nothing requires', () => rejects(rule, without(['security']), { saying: 'card' }))

it('accepts a security scheme that only an operation in another file requires', () =>
  accepts(rule, withValue(path, { $ref: 'paths/createBook.yaml' }, without(['security'])), {
    'paths/createBook.yaml': { post: { security: [{ card: [] }], 'x-all': [...everything, slow] } },
  }))
