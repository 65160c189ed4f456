import { expect, test } from 'vitest'
import { anything, isText, response, smallOperation } from '../../test/small-contract.ts'
import { checkAnswer } from './check-answer.ts'
import { exampleAnswer } from './example-answer.ts'
import { headerOf, mergeHeaders } from './headers.ts'
import { serialize } from './serialize.ts'

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

test('an operation without any example is an error', () => {
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

// RFC 9110, sections 7.6.1, 8.4 and 8.6; RFC 9112, section 6.
test('framing headers come from the sender, never from an example', () => {
  const names = [
    'Content-Length',
    'TRANSFER-ENCODING',
    'Content-Encoding',
    'Connection',
    'Keep-Alive',
    'Trailer',
    'Allow',
  ]
  const headers = names.map(
    (name) => ({ name, required: true, type: 'string', validate: isText, example: 'x' }) as const,
  )
  const operation = of({ 204: { headers } })
  const answer = exampleAnswer(operation, {}, null)
  expect(answer).toEqual({ status: 204, headers: { Allow: 'x' } })
  expect(() => checkAnswer(operation, answer)).not.toThrow()
})

// RFC 9110, section 15.2.
test('an interim response is skipped, and is not enough by itself', () => {
  expect(exampleAnswer(of({ 100: {}, '1XX': {}, 404: {} }), {}, null).status).toBe(404)
  expect(() => exampleAnswer(of({ 101: {} }), {}, null)).toThrow(
    'createThing has no final response (described: 101). Describe one, such as 200',
  )
  expect(() => exampleAnswer(of({ 101: {}, 103: {} }), {}, null)).toThrow('(described: 101, 103)')
  expect(() => exampleAnswer(of({}), {}, null)).toThrow('(described: none)')
})

test('an example with more digits than a number holds is sent as written', () => {
  const examples = { one: { value: { id: 9007199254740992 }, json: '{"id":9007199254740993}' } }
  const answer = exampleAnswer(of({ 200: { content: { 'application/json': { examples } } } }), {}, null)
  expect(serialize(answer).body).toBe('{"id":9007199254740993}')
})

// RFC 9110, sections 15.2, 15.3.5, 15.3.6 and 15.4.5.
test.each([100, 199, 204, 205, 304])('a response with status %i is sent without its body', (status) => {
  expect(serialize({ status, headers: { A: '1' }, body: {} })).toEqual({ status, headers: { A: '1' } })
})

test.each([100, 199, 600])('default does not cover the status %i', (code) => {
  expect(() => exampleAnswer(of({ default: {} }), { code }, null)).toThrow(
    `with status "${code}". Use one of: default.`,
  )
})

test.each([200, 599])('default covers the status %i', (code) => {
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
  expect(headerOf({ 'Content-Type': 'a' }, 'content-type')).toBe('a')
  expect(headerOf({ 'Content-Typo': 'a', Content: 'b' }, 'content-type')).toBeUndefined()
  expect(headerOf({}, 'content-type')).toBeUndefined()
})

test("a response's own Content-Type is the only one, in any case", () => {
  for (const name of ['Content-Type', 'content-type']) {
    const headers = { [name]: 'application/problem+json' }
    expect(serialize({ status: 400, headers, body: {} }).headers).toEqual(headers)
  }
})
