import type { Parameter } from '@partner-upgrades/spec'
import { expect, test } from 'vitest'
import { textMessage } from '../../test/messages.ts'
import { anything, isWhole } from '../../test/small-contract.ts'
import { readParameters } from './parameters.ts'
import type { RequestProblem } from './rejection.ts'

const parameter = (more: Partial<Parameter>): Parameter => {
  return { name: 'a', in: 'query', required: false, type: 'string', validate: anything, ...more }
}

function read(parameters: readonly Parameter[], target: string, headers = {}) {
  const problems: RequestProblem[] = []
  const values = readParameters(parameters, new Map([['id', '7']]), textMessage({ target, headers }), problems)
  return { values, problems }
}

test.each<[Partial<Parameter>, string, unknown]>([
  [{}, '/things?a=1&a=2', '1'],
  [{ type: 'array', items: 'integer', explode: true }, '/things?a=1&a=2', [1, 2]],
  [{ type: 'array', explode: true }, '/things?a=1', ['1']],
  [{ type: 'array', items: 'integer', explode: false }, '/things?a=1,2', [1, 2]],
  [{ type: 'integer' }, '/things?a=', ''],
  [{}, '/things?a=x%20y', 'x y'],
])('the query parameter %j of %s is %j', (more, target, value) => {
  expect(read([parameter(more)], target)).toEqual({
    values: { path: {}, query: { a: value }, header: {} },
    problems: [],
  })
})

test('a missing parameter is a problem only if it is required', () => {
  const all = [
    parameter({}),
    parameter({ name: 'b', required: true }),
    parameter({ name: 'X-C', in: 'header', required: true }),
  ]
  expect(read(all, '/things')).toEqual({
    values: { path: {}, query: {}, header: {} },
    problems: [
      { in: 'query', name: 'b', pointer: '', keyword: 'required', message: 'is missing' },
      { in: 'header', name: 'X-C', pointer: '', keyword: 'required', message: 'is missing' },
    ],
  })
})

test('parameters of path and header are read without a query', () => {
  const all = [
    parameter({ name: 'id', in: 'path', type: 'integer', validate: isWhole }),
    parameter({ name: 'X-C', in: 'header', type: 'boolean' }),
  ]
  expect(read(all, '/things/7', { 'x-c': 'true' }).values).toEqual({
    path: { id: 7 },
    query: {},
    header: { 'X-C': true },
  })
})

test('a list in a path or header is split before it is decoded', () => {
  const all = [
    parameter({ name: 'id', in: 'path', type: 'array', items: 'string' }),
    parameter({ name: 'X-C', in: 'header', type: 'array', items: 'integer' }),
  ]
  const message = textMessage({ target: '/things', headers: { 'x-c': '1, 2' } })
  expect(readParameters(all, new Map([['id', 'a%2Cb,c']]), message, [])).toEqual({
    path: { id: ['a,b', 'c'] },
    query: {},
    header: { 'X-C': [1, 2] },
  })
})

test('a problem with a value is reported with its location', () => {
  const { problems } = read([parameter({ type: 'integer', validate: isWhole })], '/things?a=x')
  expect(problems).toEqual([{ in: 'query', name: 'a', pointer: '', keyword: 'type', message: 'must be integer' }])
})
