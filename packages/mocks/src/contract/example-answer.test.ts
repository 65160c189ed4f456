import { expect, test } from 'vitest'
import { anything, isText, response, smallOperation } from '../../test/small-contract.ts'
import { exampleAnswer } from './example-answer.ts'
import { hasHeader, mergeHeaders } from './headers.ts'

const of = (
  responses: Parameters<typeof response>[0][] | Readonly<Record<string, Parameters<typeof response>[0]>>,
) => ({
  ...smallOperation,
  responses: Object.fromEntries(Object.entries(responses).map(([key, parts]) => [key, response(parts)])),
})
const example = (value: unknown) => ({ examples: { one: { value } } })

test.each([
  ['text/*', 'text/plain'],
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/csv', 'text/csv'],
])('an example of %s is sent as %s', (declared, sent) => {
  expect(exampleAnswer(of({ 200: { content: { [declared]: example('a') } } }), {}, null).mediaType).toBe(sent)
})

test('a media type without examples is skipped if there is another', () => {
  const operation = of({ 200: { content: { 'text/csv': { examples: {} }, 'application/json': example(1) } } })
  expect(exampleAnswer(operation, {}, 'text/csv')).toMatchObject({ mediaType: 'application/json', body: 1 })
})

test('an operation without any example cannot be answered', () => {
  const operation = of({ 200: { content: { 'text/csv': { examples: {} } } } })
  expect(() => exampleAnswer(operation, {}, null)).toThrow(
    expect.objectContaining({ name: 'MockUsageError', message: 'createThing 200 has no example of text/csv.' }),
  )
})

test('a header without an example is omitted', () => {
  const header = { required: false, type: 'string', validate: isText } as const
  const headers = [
    { ...header, name: 'A', example: 'a' },
    { ...header, name: 'B' },
    { ...header, name: 'C', type: 'integer', validate: anything, example: 0 } as const,
  ]
  expect(exampleAnswer(of({ 204: { headers } }), {}, null)).toEqual({ status: 204, headers: { A: 'a', C: '0' } })
})

test.each([100, 199, 600])('the status %i is none that default stands for', (code) => {
  expect(() => exampleAnswer(of({ default: {} }), { code }, null)).toThrow(
    `with status "${code}". Use one of: default.`,
  )
})

test.each([200, 599])('the status %i is one that default stands for', (code) => {
  expect(exampleAnswer(of({ default: {} }), { code }, null).status).toBe(code)
})

test('a header in another case is replaced', () => {
  expect(mergeHeaders({ 'Retry-After': '1', Date: 'a' }, { 'retry-after': '2', Other: 'b' })).toEqual({
    Date: 'a',
    'retry-after': '2',
    Other: 'b',
  })
  expect(mergeHeaders({ A: '1' }, { A: '2' })).toEqual({ A: '2' })
  expect(mergeHeaders({ A: '1' }, undefined)).toEqual({ A: '1' })
})

test('a header is found in any case', () => {
  expect(hasHeader({ 'Content-Type': 'a' }, 'content-type')).toBe(true)
  expect(hasHeader({ 'Content-Typo': 'a', Content: 'b' }, 'content-type')).toBe(false)
  expect(hasHeader({}, 'content-type')).toBe(false)
})
