import { it } from 'vitest'
import { bookshop, without, withValue } from '../test/bookshop.ts'
import { accepts, rejects } from '../test/lint.ts'

const rule = 'fault-answered'
const fault = ['x-faults', '17']

it('accepts a fault of an operation that declares its status', () => accepts(rule, bookshop))

it('finds an operation that does not exist', () =>
  rejects(rule, withValue([...fault, 'operations'], { burnBook: {} }), { saying: 'no operation burnBook' }))

it('finds a status that the operation does not declare', () =>
  rejects(rule, withValue([...fault, 'status'], 418), { saying: 'createBook does not declare a 418 response' }))

it('finds a fault without an operation', () =>
  rejects(rule, withValue([...fault, 'operations'], {}), { saying: 'no operation' }))

it('finds a fault that is listed under another code', () =>
  rejects(rule, withValue([...fault, 'code'], '18'), { saying: 'listed as 17; its code must match' }))

it('accepts a document without faults', () => accepts(rule, without(['x-faults'])))
