import type { MediaType, Operation, ResponseContract } from '@partner-upgrades/spec'
import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { harOf } from '../../test/recording.ts'
import { judge } from '../verify/judge.ts'
import type { Api } from './api.ts'
import type { HarEntry } from './har.ts'
import { verifyHar } from './verify-har.ts'

/** A media type under which only its own name is valid, so that the body shows which type was chosen. */
const media = (only?: string): MediaType => ({
  examples: {},
  validate: (value) =>
    only === undefined || value === only ? [] : [{ pointer: '', keyword: 'const', message: `must be ${only}` }],
})

const response = (...types: readonly string[]): ResponseContract => {
  const content = Object.fromEntries(types.map((type) => [type, media(types.length > 1 ? type : undefined)]))
  return { description: '', headers: [], content }
}

interface Answer {
  readonly method?: string
  readonly status?: number
  /** The `Content-Type`; no header if omitted. */
  readonly type?: string
  readonly body?: string
}

function operationOf(method: string, responses: Operation['responses']): Operation {
  return { id: 'it', method, path: '/it', summary: '', parameters: [], responses, security: [], faults: [] }
}

function entryOf({ method = 'GET', status = 200, type, body = '' }: Answer): HarEntry {
  const headers = type === undefined ? [] : [{ name: 'Content-Type', value: type }]
  const common = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1 }
  return {
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 0,
    request: { ...common, method, url: 'https://api.example/it', headers: [], queryString: [], bodySize: 0 },
    response: {
      ...common,
      status,
      statusText: '',
      headers,
      content: { size: body.length, mimeType: type ?? 'x-unknown', text: body },
      redirectURL: '',
      bodySize: body.length,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  }
}

/** Returns the violations in a recording, and the problems that `verify` finds in the same response. */
function verdictsOn(responses: Operation['responses'], answer: Answer) {
  const operation = operationOf(answer.method ?? 'GET', responses)
  const made = { ...contract, servers: ['https://api.example'], operations: { it: operation } }
  const api: Api = { contract: made, document: { openapi: '3.1.1', paths: {} } }
  const { violations } = verifyHar(harOf(entryOf(answer)), api)
  const { type, status = 200, body = '' } = answer
  const headers = new Headers(type === undefined ? {} : { 'Content-Type': type })
  const { problems } = judge(made, operation, { status, headers, text: body, milliseconds: 0 })
  return { recorded: violations.map(({ message }) => message), verified: problems }
}

const json = 'application/json'
const v1 = 'application/json;v=1'
const v2 = 'application/json;v=2'

// RFC 9110, 8.3.1 (parameters) and 12.5.1 (ranges); OpenAPI 3.1.1, 4.8.17: only the most specific key applies.
test.for<[declared: readonly string[], type: string | undefined, taken: string | undefined]>([
  [[json, 'text/*'], 'application/json; charset=utf-8', json],
  [[json, 'text/*'], 'Application/JSON', json],
  [['application/json; charset=utf-8', 'text/*'], json, 'application/json; charset=utf-8'],
  [[v1, v2], v2, v2],
  [[v1, v2], 'application/json; V="2"', v2],
  [[v1, v2], 'application/json; v=3', undefined],
  [[v2, json], 'application/json; v=3', json],
  [[json, v1], v1, v1],
  [[v1, 'text/*'], 'application/json; q=x', v1],
  [['*/*', 'application/*', json], json, json],
  [['*/*', 'application/*', 'text/json'], json, 'application/*'],
  [['*/*', 'text/*'], json, '*/*'],
  [['text/*', 'image/*'], json, undefined],
  [['application/*', 'application/problem+json'], 'application/problem+json', 'application/problem+json'],
  [['text/*', json], undefined, json],
  [['text/*', '*/*'], undefined, '*/*'],
])('of %j, %s is checked as %s, in a recording and by verify', ([declared, type, taken]) => {
  const responses = { 200: response(...declared) }
  for (const each of declared) {
    const answer = { body: JSON.stringify(each), ...(type !== undefined && { type }) }
    const { recorded, verified } = verdictsOn(responses, answer)
    const expected = each === taken ? 0 : 1
    expect([each, recorded.length, verified.length]).toEqual([each, expected, expected])
  }
})

// RFC 9110, 6.4.1: responses without content. 15.2, 15.3.5, 15.3.6, 15.4.5; 9.3.2 for HEAD.
test.for<Answer>([
  { status: 204 },
  { status: 205 },
  { status: 304 },
  { status: 103 },
  { method: 'HEAD', status: 200 },
  { method: 'HEAD', status: 200, type: json },
  { method: 'HEAD', status: 404, type: 'text/html' },
])('%j needs no body, whatever is declared', (answer) => {
  expect(verdictsOn({ default: response(json) }, answer)).toEqual({ recorded: [], verified: [] })
})

test('another success needs the body that is declared', () => {
  const { recorded, verified } = verdictsOn({ default: response(json) }, { status: 201, type: json })
  expect(recorded).toEqual(['is missing, declared is application/json'])
  expect(verified).toEqual(['there is no body'])
})

test.for<[answer: Answer, message: string]>([
  [{ status: 204, type: json, body: '{}' }, 'is sent, but 204 has none'],
  [{ method: 'HEAD', type: json, body: '{}' }, 'is sent, but HEAD has none'],
])('%j has a body that HTTP does not allow', ([answer, message]) => {
  expect(verdictsOn({ default: response(json) }, answer).recorded).toEqual([message])
})

test('a body of HEAD that the recording does not contain is not reported as missing', () => {
  const entry = entryOf({ method: 'HEAD', type: json })
  const { text, ...content } = { ...entry.response.content, size: 120 }
  const responses = { 200: response(json) }
  const made = { ...contract, servers: ['https://api.example'], operations: { it: operationOf('GET', responses) } }
  const api: Api = { contract: made, document: { openapi: '3.1.1', paths: {} } }
  const recorded = { ...entry, response: { ...entry.response, content, bodySize: -1 } }
  expect(verifyHar(harOf(recorded), api)).toMatchObject({ checked: 1, violations: [], additions: [], unchecked: [] })
})

test('verify does not read the body of a redirect, and does not report it as missing', () => {
  expect(verdictsOn({ 302: response(json) }, { status: 302, type: json }).verified).toEqual([])
})
