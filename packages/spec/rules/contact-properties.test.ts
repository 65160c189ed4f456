import { it } from 'vitest'
import { bookshop, without } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'contact-properties'

it('accepts a contact with a name and a page', () => accepts(rule, bookshop))

it('finds a contact without a page', () => rejects(rule, without(['info', 'contact', 'url']), { saying: '' }))
