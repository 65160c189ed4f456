import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'known-values-described'

it('accepts known values with descriptions', () => accepts(rule, bookshop))

it('finds a known value without a description', () =>
  rejects(
    rule,
    withValue(['components', 'schemas', 'Book', 'properties', 'cover', 'x-known-values'], [{ value: 'Hard' }]),
    {
      saying: 'has a `value` and a `description`',
    },
  ))
