import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'open-response-set'

it('accepts known values', () => accepts(rule, bookshop))

it('finds a closed set in a response', () =>
  rejects(rule, withValue(['components', 'schemas', 'Slow', 'properties', 'message', 'enum'], ['Later']), {
    saying: 'x-known-values',
    at: 'components.schemas.Slow.properties.message.enum',
  }))

it('accepts a closed set in a parameter', () =>
  accepts(rule, withValue(['components', 'parameters', 'RequestId', 'schema'], { type: 'string', enum: ['a'] })))

it('accepts a property named enum', () =>
  accepts(rule, withValue(['components', 'schemas', 'Slow', 'properties', 'enum'], { type: 'string' })))

it('finds a constant in a response', () =>
  rejects(rule, withValue(['components', 'schemas', 'Slow', 'properties', 'message', 'const'], 'Later'), {
    saying: 'x-known-values',
    at: 'components.schemas.Slow.properties.message.const',
  }))

it.each(['additionalProperties', 'unevaluatedProperties'])('finds a response that is closed by %s', (keyword) =>
  rejects(rule, withValue(['components', 'schemas', 'Slow', keyword], false), {
    saying: 'new properties',
    at: `components.schemas.Slow.${keyword}`,
  }),
)
