import { it } from 'vitest'
import { bookshop, without } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'contact-properties'

it('accepts a contact with a name', () => accepts(rule, bookshop))

it('finds a contact without a name', () => rejects(rule, without(['info', 'contact', 'name']), { saying: '' }))
