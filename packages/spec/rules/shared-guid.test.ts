import { it } from 'vitest'
import { bookshop, withValue } from './testing/bookshop.ts'
import { accepts, rejects } from './testing/lint.ts'

const rule = 'shared-guid'
const pattern = '^[a-f0-9]{8}-([a-f0-9]{4}-){3}[a-f0-9]{12}$'

it('accepts the one shared schema', () => accepts(rule, bookshop))

it('finds a second schema with the format', () =>
  rejects(rule, withValue(['components', 'schemas', 'Isbn'], { type: 'string', format: 'uuid' }), {
    saying: 'refer to the schema Guid',
    at: 'components.schemas.Isbn',
  }))

it('finds a pattern of a GUID in a property', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'properties', 'cover', 'pattern'], pattern), {
    saying: 'Guid',
  }))

it('finds the format in a parameter', () =>
  rejects(rule, withValue(['components', 'parameters', 'RequestId', 'schema'], { format: 'uuid' }), { saying: 'Guid' }))
