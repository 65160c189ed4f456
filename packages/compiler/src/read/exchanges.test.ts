import { expect, test } from 'vitest'
import { bundleFiles, documentOf, loadFile, readFiles } from '../../test/fixture.ts'
import { exchangeObject } from '../grammar/extensions.ts'
import { isObject } from '../grammar/json.ts'
import type { Exchange } from '../runtime/model.ts'
import { readExchanges } from './exchanges.ts'
import { readOperations } from './operation-object.ts'

const json = '{ application/json: { schema: { type: object, required: [a] } } }'
const paths = `/v1/things/{id}:
  post:
    operationId: addThing
    parameters: [{ name: id, in: path, required: true, schema: { type: string, pattern: '^[0-9]+$' } }, { name: q, in: query, schema: { type: string } }]
    requestBody: { content: ${json} }
    responses:
      '200': { description: Ok, content: { text/html: {}, ${json.slice(2)} }
      '404': { description: None }
      5XX: { description: Bad, content: { text/plain: { schema: { type: string, maxLength: 3 } } } }
/v1/{first}-{second}.json: { get: { operationId: getBoth, parameters: [${['first', 'second'].map((name) => `{ name: ${name}, in: path, required: true, schema: { type: string } }`).join(', ')}], responses: { default: { description: Any } } } }`

interface Parts {
  readonly operation?: string
  readonly method?: string
  readonly url?: string
  /** More of the request, as YAML. */
  readonly request?: string
  readonly status?: string
  /** More of the response, as YAML. */
  readonly response?: string
  readonly level?: string
}

/** Returns an exchange as read, and the problems reported for it. */
function read(parts: Parts = {}): { exchanges: readonly Exchange[]; said: readonly string[] } {
  const { operation = 'addThing', method = 'POST', url = '/v1/things/7', level = 'documented' } = parts
  const { request = 'body: { value: {"a": 1} }', status = '200', response = 'headers: {}' } = parts
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf({ paths }) })
  const file = loadFile(
    'example.yaml',
    `operation: ${operation}\nsummary: Adds one\nx-evidence: { level: ${level}, source: a page }
request:\n  method: ${method}\n  url: ${JSON.stringify(url)}\n  ${request}\nresponse:\n  status: ${status}\n  ${response}\n`,
  )
  const content = reader.bundle.read(file, exchangeObject)
  if (!isObject(content)) throw new Error('an exchange is an object')
  const exchanges = readExchanges([{ path: '/exchanges/add-one.yaml', content }], readOperations(reader), reader)
  return { exchanges, said: problems().map(({ pointer, message }) => `${pointer} ${message}`) }
}

test('An exchange is read as printed', () => {
  const { exchanges, said } = read({
    method: 'post',
    request: `headers: { Accept: text/html, X-A: b }
  omitted: [{ name: Content-Length, value: '1', reason: It is wrong }]
  body:
    malformed: It lacks a
    value:
      {
        "b": [ 1 ]
      }`,
    status: '503',
    response: "body: { malformed: It is long, text: 'Wrong!' }",
  })
  expect(said).toEqual([])
  expect(exchanges).toEqual([
    {
      name: 'add-one',
      operation: 'addThing',
      summary: 'Adds one',
      evidence: { level: 'documented', source: 'a page' },
      request: {
        method: 'POST',
        url: '/v1/things/7',
        malformed: 'It lacks a',
        headers: [
          ['Accept', 'text/html'],
          ['X-A', 'b'],
        ],
        omitted: [{ name: 'Content-Length', value: '1', reason: 'It is wrong' }],
        body: '{\n  "b": [ 1 ]\n}',
      },
      response: { status: 503, malformed: 'It is long', headers: [], omitted: [], body: 'Wrong!' },
    },
  ])
})

test('A malformed path takes precedence over a malformed body', () => {
  const request = 'malformed: It is a placeholder\n  body: { value: {}, malformed: It is cut }'
  const { exchanges, said } = read({ url: '/v1/things/<id>', request })
  expect(said).toEqual([])
  expect(exchanges[0]?.request.malformed).toBe('It is a placeholder')
})

test.each([
  '/v1/things/7',
  '/V1/Things/7',
  '/api/v1/things/7',
  'https://eu.example.com/v1/things/7',
  'HTTP://eu.example.com:80/v2/api/v1/things/7?q=/a/b',
  '/v1/things/7#/part',
])('The path of %s matches the operation', (url) => {
  expect(read({ url }).said).toEqual([])
})

test.each([
  'v1/things/7',
  'api/v1/things/7',
  '/things/7',
  '/v1/things',
  '/v1/things/',
  '/v1/things/7/8',
  '//v1/things/7',
  '/v1/thing/7',
  'x-https://a/v1/things/7',
])('The path of %s does not match the operation', (url) => {
  expect(read({ url }).said).toEqual(['/request/url does not match /v1/things/{id}, the path of addThing'])
})

test.each<[string, boolean]>([
  ['/v1/1-2.json', true],
  ['/v1/A-B.JSON', true],
  ['/v1/1--2.json', true],
  ['/v1/-2.json', false],
  ['/v1/1-.json', false],
  ['/v1/12.json', false],
  ['/v1/1-2.xml', false],
  ['/v1/.json', false],
])('whether %s has a value for each parameter of a segment: %s', (url, fits) => {
  const { said } = read({ operation: 'getBoth', method: 'GET', url, request: 'headers: {}' })
  expect(said).toEqual(fits ? [] : ['/request/url does not match /v1/{first}-{second}.json, the path of getBoth'])
})

const badId = 'does not match {id} of addThing; correct it, or explain the mistake of the page in `malformed`'
const withBody = (more: string): string => `body: { ${more} }`

test.each<[string, Parts, readonly string[]]>([
  [
    'an operation that does not exist',
    { operation: 'none' },
    ['/operation names an operation that does not exist; use one of addThing, getBoth'],
  ],
  [
    'an unknown evidence level',
    { level: 'sure' },
    ['/x-evidence/level is not an evidence level; use one of documented, sdk, captured, vendor, inferred'],
  ],
  [
    'a status that is not declared',
    { status: '201' },
    ['/response/status is not a status that addThing declares; add the response or correct it'],
  ],
  [
    'a status that is a string',
    { status: "'200'" },
    ['/response/status is not a status that addThing declares; add the response or correct it'],
  ],
  ['a status in a range', { status: '599' }, []],
  [
    'a status outside a range',
    { status: '499' },
    ['/response/status is not a status that addThing declares; add the response or correct it'],
  ],
  ['another method', { method: 'PUT' }, ['/request/method is not the method of addThing, POST']],
  ['a parameter that does not match', { url: '/v1/things/<id>' }, [`/request/url ${badId}`]],
  [
    'a parameter that does not match and is marked as malformed',
    { url: '/v1/things/<id>', request: 'malformed: It is a placeholder' },
    [],
  ],
  [
    'a path that matches but is marked as malformed',
    { request: 'malformed: It is a placeholder' },
    ['/request/malformed is given for a request whose path matches its operation; remove it'],
  ],
  [
    'an invalid body',
    { request: withBody('value: {}') },
    [
      "/request/body/value the body contradicts its schema: it must have required property 'a'; correct the body or the schema",
    ],
  ],
  ['an invalid body that is marked as malformed', { request: withBody('value: {}, malformed: It is cut') }, []],
  [
    'a valid body that is marked as malformed',
    { request: withBody('value: {"a": 1}, malformed: It is cut') },
    ['/request/body/malformed is given for a body that matches its schema; remove it'],
  ],
  [
    'a valid text that is marked as malformed',
    { request: withBody(`text: '{"a": 1}', malformed: It is cut`) },
    ['/request/body/malformed is given for a body that matches its schema; remove it'],
  ],
  ['a text that is not JSON and is marked as malformed', { request: withBody("text: '{', malformed: It is cut") }, []],
  [
    'a text instead of JSON',
    { request: withBody("text: '{'") },
    ['/request/body/text is not marked as malformed; say why in `malformed`, or write the body as `value`'],
  ],
  ['a text where no JSON is declared', { status: '500', response: withBody('text: abcd') }, []],
  [
    'YAML instead of JSON',
    { request: withBody('value: { a: 1 }') },
    ['/request/body/value is not written as JSON; write it as it was printed, or as `text` with `malformed`'],
  ],
  [
    'JSON of a response with several media types',
    { response: withBody('value: []') },
    ['/response/body/value the body contradicts its schema: it must be object; correct the body or the schema'],
  ],
  [
    'a body where none is declared',
    { status: '404', response: withBody('value: 1') },
    ['/response/body/value is a body where the operation describes none; describe it or remove it'],
  ],
  [
    'a body whose only schema is not for JSON',
    { status: '500', response: withBody('value: "abcd"') },
    [
      '/response/body/value the body contradicts its schema: it must NOT have more than 3 characters; correct the body or the schema',
    ],
  ],
  [
    'a header that is both sent and omitted',
    { response: 'headers: { x-a: b }\n  omitted: [{ name: X-A, value: b, reason: It is wrong }]' },
    ['/response/omitted X-A is listed among the headers, too; remove one'],
  ],
  [
    'a header that is omitted without a reason',
    { response: "omitted: [{ name: X-A, value: b, reason: ' ' }]" },
    ['/response/omitted X-A is left out without a reason; give one'],
  ],
])('The problems reported for %s', (_, parts, said) => {
  expect(read(parts).said).toEqual(said)
})

test('An exchange of an operation that was left out is left out', () => {
  const { reader, problems } = readFiles({ 'openapi.yaml': documentOf({ paths }) })
  const { whole } = bundleFiles({ 'openapi.yaml': documentOf({ paths }) })
  const part = { ...reader, bundle: { ...whole, leftOut: new Set(['gone']) } }
  expect(readExchanges([{ path: 'a.yaml', content: { operation: 'gone' } }], new Map(), part)).toEqual([])
  expect(problems()).toEqual([])
})
