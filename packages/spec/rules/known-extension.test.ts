import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'known-extension'

it('accepts extensions that something reads', () => accepts(rule, bookshop))

it('finds one that is misspelt', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'x-evidense'], { level: 'inferred', source: 'A guess' }), {
    saying: '`x-evidense` is not an extension that anything reads',
    at: 'components.schemas.Book.x-evidense',
  }))

it('finds one in a known value', () =>
  rejects(
    rule,
    withValue(['components', 'schemas', 'Book', 'properties', 'cover', 'x-known-values', 0, 'x-evidences'], {}),
    { saying: '`x-evidences`' },
  ))

it('accepts a property, a header and an example that begin like one', () =>
  accepts(
    rule,
    withValue(
      ['components', 'schemas', 'Book', 'properties', 'x-mark'],
      { type: 'object', description: 'A sign on the spine.', example: { 'x-other': 1 } },
      withValue(['components', 'headers', 'x-shop'], {
        description: 'Which shop answers.',
        schema: { type: 'string' },
      }),
    ),
  ))
