import { expect, test } from 'vitest'
import { negativesOf } from './negatives.ts'

const document = {
  openapi: '3.1.1',
  paths: {
    '/things/{thing-id}': {
      parameters: [{ name: 'thing-id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }],
      get: {
        operationId: 'getThing',
        parameters: [
          { name: 'X-Tenant', in: 'header', required: true, schema: { $ref: '#/components/schemas/Tenant' } },
          { name: 'size', in: 'query', schema: { enum: ['s', 'm'] } },
        ],
        security: [{ key: [] }],
        responses: { 200: {}, 406: {} },
      },
      delete: { operationId: 'deleteThing', security: [], responses: { 204: {} } },
    },
  },
  components: {
    schemas: { Tenant: { type: 'string', maxLength: 3 } },
    securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-Key' } },
  },
}

const { requests, unbroken } = negativesOf(document)
const of = (id: string) => requests.filter(({ operation }) => operation === id)

test('parameters of path, query and header, keys and Accept are broken in any document', () => {
  expect(unbroken).toEqual([])
  expect(of('getThing').map(({ name, status }) => `${status} ${name}`)).toEqual([
    '400 getThing: path parameter thing-id, type: "text"',
    '400 getThing: path parameter thing-id, minimum: 0',
    '400 getThing: header parameter X-Tenant, left out',
    '400 getThing: header parameter X-Tenant, maxLength: "xxxx"',
    '400 getThing: query parameter size, enum: "s-not"',
    '401 getThing: without X-Key',
    '406 getThing: an Accept that excludes JSON',
  ])
})

test('an operation without constraints can only be violated by its path', () => {
  expect(of('deleteThing').map(({ request }) => request)).toEqual([
    expect.objectContaining({ method: 'DELETE', path: '/things/text' }),
    expect.objectContaining({ method: 'DELETE', path: '/things/0' }),
  ])
})

test('a request violates only the constraint it is meant to violate', () => {
  const [broken] = of('getThing')
  expect(broken?.request).toEqual({
    method: 'GET',
    path: '/things/text?size=s',
    headers: { 'X-Key': 'token', Accept: 'application/json', 'X-Tenant': 'x' },
  })
})

test.for([
  ['examples', { examples: { wrong: { value: {} } } }, 'required'],
  ['example', { example: 7 }, 'type'],
] as const)('an example that breaks its own schema is refused (%s)', ([, example, keyword]) => {
  const schema = { type: 'object', required: ['a'] }
  const requestBody = { content: { 'application/json': { schema, ...example } } }
  const wrong = { openapi: '3.1.1', paths: { '/': { post: { operationId: 'post', requestBody, responses: {} } } } }
  expect(() => negativesOf(wrong)).toThrow(`The example of post breaks ${keyword} at its root.`)
})
