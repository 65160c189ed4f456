import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'known-extension'

it('accepts known extensions', () => accepts(rule, bookshop))

it('finds a misspelt extension', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'x-evidense'], { level: 'inferred', source: 'A guess' }), {
    saying: '`x-evidense` is not a known extension',
    at: 'components.schemas.Book.x-evidense',
  }))

it('finds an unknown extension in a known value', () =>
  rejects(
    rule,
    withValue(['components', 'schemas', 'Book', 'properties', 'cover', 'x-known-values', 0, 'x-evidences'], {}),
    { saying: '`x-evidences`' },
  ))

it('accepts a property, a header and an example whose names start with x-', () =>
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
