import { it } from 'vitest'
import { bookshop, without } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'evidence-stated'

it('accepts a document that states its evidence', () => accepts(rule, bookshop))

const places = [
  ['paths', '/books', 'post'],
  ['components', 'schemas', 'Book'],
  ['components', 'headers', 'MS-RequestId'],
  ['components', 'parameters', 'RequestId'],
  ['components', 'securitySchemes', 'card'],
  ['x-faults', '17'],
]

it.each(places)('finds that %s %s has no evidence', async (...place) => {
  const path = place.filter((key) => key !== undefined)
  await rejects(rule, without([...path, 'x-evidence']), { saying: 'x-evidence is missing', at: path.join('.') })
})
