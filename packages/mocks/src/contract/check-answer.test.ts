import { expect, test } from 'vitest'
import { isText, isWhole, json, mediaType, objectWith, response, smallOperation } from '../../test/small-contract.ts'
import type { Answer } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import { unknownName } from './errors.ts'

const operation = {
  ...smallOperation,
  responses: {
    '200': response({
      content: { ...json(objectWith('name')), 'text/csv': mediaType(isText, {}), 'image/*': { examples: {} } },
    }),
    '101': response({}),
    '202': response({
      headers: [
        { name: 'Location', required: true, type: 'string', validate: isText },
        { name: 'X-Count', required: false, type: 'integer', validate: isWhole },
      ],
    }),
  },
} as const

test.each<[string, Answer]>([
  ['a valid body', { status: 200, body: { name: 'a' } }],
  ['a text body', { status: 200, body: 'a,b', mediaType: 'text/csv' }],
  ['a text body in a range of media types', { status: 200, body: 'bytes', mediaType: 'image/png' }],
  ['the required headers', { status: 202, headers: { Location: 'things/1' } }],
  ['a header in another case', { status: 202, headers: { LOCATION: 'things/1', 'x-count': '3' } }],
  ['an undeclared header', { status: 202, headers: { Location: 'things/1', Other: '' } }],
])('a response with %s passes', (_, answer) => {
  expect(() => checkAnswer(operation, answer)).not.toThrow()
})

test.each<[string, Answer, string]>([
  ['an undeclared status', { status: 404 }, '/status is not declared; declared are 101, 200, 202'],
  ['an interim status', { status: 101 }, '/status is not a final status; use one from 200 to 599'],
  ['a missing header', { status: 202 }, '/headers/Location is required'],
  ['a header', { status: 202, headers: { Location: 'x', 'X-COUNT': 'many' } }, '/headers/X-Count must be integer'],
  ['a missing body', { status: 200 }, '/body is missing: application/json or text/csv or image/* is declared'],
  ['a body', { status: 202, headers: { Location: 'x' }, body: {} }, '/body is application/json, declared is no body'],
  [
    'an undeclared media type',
    { status: 200, body: '', mediaType: 'text/html' },
    '/body is text/html, declared is application/json or text/csv or image/*',
  ],
  [
    'an object as text',
    { status: 200, body: {}, mediaType: 'text/csv' },
    '/body must be text, as its media type is text/csv',
  ],
  ['an invalid value', { status: 200, body: { name: 1 } }, '/body/name must be string'],
  [
    'several violations',
    { status: 202, headers: { 'X-Count': 'x' } },
    '/headers/Location is required; /headers/X-Count must be integer',
  ],
])('a violation is reported: %s', (_, answer, text) => {
  const message = `The ${answer.status} response of createThing violates the contract: ${text}`
  expect(() => checkAnswer(operation, answer)).toThrow(expect.objectContaining({ name: 'ContractViolation', message }))
})

test('an unknown name is an error that lists the known ones, or the first fifty', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`)
  expect(unknownName('thing', 'x', [])).toMatchObject({
    name: 'MockUsageError',
    message: 'Unknown thing "x". Use one of: none.',
  })
  expect(unknownName('thing', 'x', names(2)).message).toBe('Unknown thing "x". Use one of: n0, n1.')
  expect(unknownName('thing', 'x', names(50)).message).toMatch(/n48, n49\.$/)
  expect(unknownName('thing', 'x', names(52)).message).toMatch(/n49, … and 2 more\.$/)
})

test.each([200, 599])('the status %i is final', (status) => {
  const open = { ...smallOperation, responses: { default: response({}) } }
  expect(() => checkAnswer(open, { status })).not.toThrow()
})

test.each([199, 600, 0])('the status %i is not final, even if all are declared', (status) => {
  const open = { ...smallOperation, responses: { default: response({}) } }
  expect(() => checkAnswer(open, { status })).toThrow('is not a final status')
})
