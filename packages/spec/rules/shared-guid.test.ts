import { it } from 'vitest'
import { bookshop, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'shared-guid'
const pattern = '^[a-f0-9]{8}-([a-f0-9]{4}-){3}[a-f0-9]{12}$'

it('accepts the shared schema', () => accepts(rule, bookshop))

it('finds another schema with the format', () =>
  rejects(rule, withValue(['components', 'schemas', 'Isbn'], { type: 'string', format: 'uuid' }), {
    saying: 'refer to the schema Guid',
    at: 'components.schemas.Isbn',
  }))

it('finds a GUID pattern in a property', () =>
  rejects(rule, withValue(['components', 'schemas', 'Book', 'properties', 'cover', 'pattern'], pattern), {
    saying: 'Guid',
  }))

it('finds the format in a parameter', () =>
  rejects(rule, withValue(['components', 'parameters', 'RequestId', 'schema'], { format: 'uuid' }), { saying: 'Guid' }))

it('finds the format `guid` of .NET', () =>
  rejects(rule, withValue(['components', 'schemas', 'Isbn'], { type: 'string', format: 'guid' }), { saying: 'Guid' }))

it('finds a property whose example is a GUID', () =>
  rejects(
    rule,
    withValue(['components', 'schemas', 'Book', 'properties', 'shelfId'], {
      type: 'string',
      example: '4c721420-72ad-4708-a0a7-371a2f7b0969',
    }),
    { saying: 'Guid', at: 'components.schemas.Book.properties.shelfId' },
  ))

it('finds a property that has a GUID in an example of its object', () =>
  rejects(
    rule,
    withValue(['components', 'schemas', 'Shelf'], {
      type: 'object',
      properties: { ownerId: { type: 'string' } },
      example: { ownerId: '4C721420-72AD-4708-A0A7-371A2F7B0969' },
    }),
    { saying: 'Guid', at: 'components.schemas.Shelf.properties.ownerId' },
  ))
