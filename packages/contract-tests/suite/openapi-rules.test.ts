// Descriptions of other APIs, compiled and mocked: each row is a rule of OpenAPI or HTTP, with requests and the responses that it requires.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile, loadContract } from '@partner-upgrades/compiler'
import { createContractMock, describeRejection, type Handle, toHandle } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test } from 'vitest'

/** Mocks a description, given what follows `openapi` and `info`. */
async function mockOf(text: string, version = '3.1.1'): Promise<Handle> {
  const folder = await mkdtemp(join(tmpdir(), 'openapi-rules-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const servers = text.includes('servers:') ? '' : 'servers: [{ url: https://api.example }]\n'
  await writeFile(
    join(folder, 'openapi.yaml'),
    `openapi: ${version}\ninfo: { title: Rules, version: '1' }\n${servers}${text}`,
  )
  const { contract } = await loadContract(await compile(join(folder, 'openapi.yaml')))
  return toHandle(
    createContractMock({
      contract,
      reject: (rejection) => ({ status: rejection.status, body: { because: describeRejection(rejection) } }),
    }),
  )
}

/** `GET /x`, its headers, and the expected response: status, media type and body, as far as they apply. */
type Row = readonly [request: string, headers: Readonly<Record<string, string>>, answer: string, body?: string]

async function answerOf(handle: Handle, [line, headers, , body]: Row): Promise<string> {
  const [method = '', target = ''] = line.split(' ')
  const url = target.startsWith('/') ? `https://api.example${target}` : target
  const response = await handle(new Request(url, { method, headers, ...(body !== undefined && { body }) }))
  if (response === undefined) return 'nothing'
  const text = await response.text()
  if (response.status >= 400) return String(response.status)
  return [response.status, response.headers.get('content-type'), text].filter(Boolean).join(' ')
}

const json = { 'Content-Type': 'application/json' }
const answer = (content: string): string => `{ '200': { description: Ok, content: { ${content} } } }`
const get = (id: string, content: string): string => `get: { operationId: ${id}, responses: ${answer(content)} }`
const post = (id: string, content: string): string =>
  `post: { operationId: ${id}, requestBody: { required: true, content: { ${content} } }, responses: { '204': { description: Done } } }`
const parameter = (id: string, text: string): string =>
  `get: { operationId: ${id}, parameters: [{ ${text} }], responses: { '204': { description: Done } } }`

const rules: readonly (readonly [rule: string, description: string, rows: readonly Row[], version?: string])[] = [
  [
    'OpenAPI 3.1.1, 4.8.17; RFC 9110, 12.5.1: a media range is answered with a type in it that is accepted',
    `paths:
  /any: { ${get('any', "'*/*': { example: { id: 1 } }")} }
  /image: { ${get('image', "'image/*': { example: bytes }")} }
  /app: { ${get('app', "'application/*': { example: { id: 1 } }")} }
  /suffix: { ${get('suffix', "'application/*+json': { example: { id: 1 } }")} }
`,
    [
      ['GET /any', {}, '200 application/json {"id":1}'],
      ['GET /any', { Accept: 'application/json' }, '200 application/json {"id":1}'],
      ['GET /any', { Accept: 'application/hal+json' }, '200 application/hal+json {"id":1}'],
      ['GET /any', { Accept: 'application/json, text/plain, */*' }, '200 application/json {"id":1}'],
      ['GET /image', {}, '200 image/png bytes'],
      ['GET /image', { Accept: 'image/webp' }, '200 image/webp bytes'],
      ['GET /image', { Accept: 'text/html' }, '406'],
      ['GET /app', { Accept: 'application/json' }, '200 application/json {"id":1}'],
      ['GET /suffix', { Accept: 'application/hal+json' }, '200 application/hal+json {"id":1}'],
      ['GET /suffix', { Accept: '*/*' }, '200 application/vnd.example+json {"id":1}'],
    ],
  ],
  [
    'RFC 6839, 3.1; RFC 9110, 8.3.1: a JSON body is validated against the schema of the most specific key',
    `paths:
  /typed:
    ${post(
      'typed',
      `text/json: { schema: { type: object, required: [a] } }, application/*+json: { schema: { type: object, required: [b] } },
        application/json;version=1: { schema: { type: object, required: [c] } }, application/json;version=2: { schema: { type: object, required: [d] } }`,
    )}
`,
    [
      ['POST /typed', { 'Content-Type': 'text/json' }, '204', '{"a":1}'],
      ['POST /typed', { 'Content-Type': 'text/json; charset=utf-8' }, '400', '{}'],
      ['POST /typed', { 'Content-Type': 'application/vnd.x+json' }, '204', '{"b":1}'],
      ['POST /typed', { 'Content-Type': 'application/vnd.x+json' }, '400', '{"a":1}'],
      ['POST /typed', { 'Content-Type': 'application/json; version=2' }, '204', '{"d":1}'],
      ['POST /typed', { 'Content-Type': 'application/json; version=2' }, '400', '{"c":1}'],
      ['POST /typed', { 'Content-Type': 'application/json; version=3' }, '415', '{"c":1}'],
    ],
  ],
  [
    'OpenAPI 3.1.1, 4.8.14: a schema applies to text, too',
    `paths:
  /text: { ${post('text', 'text/plain: { schema: { type: string, enum: [red], maxLength: 3 } }')} }
  /any: { ${post('any', "'*/*': { schema: { type: string } }")} }
`,
    [
      ['POST /text', { 'Content-Type': 'text/plain' }, '204', 'red'],
      ['POST /text', { 'Content-Type': 'text/plain; charset=utf-8' }, '400', 'blue'],
      ['POST /any', { 'Content-Type': 'text/plain' }, '204', 'red'],
      ['POST /any', json, '204', '"red"'],
      ['POST /any', json, '400', '5'],
    ],
  ],
  [
    'RFC 8259, 6: a number in a parameter is a JSON number',
    `paths:
  /n/{id}: { ${parameter('read1', 'name: id, in: path, required: true, schema: { type: integer }')} }
`,
    [
      ...['1', '1e2', '5.0', '-3'].map((text): Row => [`GET /n/${text}`, {}, '204']),
      ...['0x10', '0b11', '%2B5', '%205%20', '007', 'Infinity', '5.', '.5', '1.5', '%EF%BB%BF5'].map(
        (text): Row => [`GET /n/${text}`, {}, '400'],
      ),
    ],
  ],
  [
    'OpenAPI 3.1.1, 4.4.2: int64 has 64 bits, in parameters, bodies and examples',
    `paths:
  /n/{id}: { ${parameter('read2', 'name: id, in: path, required: true, schema: { type: integer, format: int64 }')} }
  /body: { ${post('write', 'application/json: { schema: { properties: { id: { type: integer, format: int64 } } } }')} }
  /limit: { ${post('limit', 'application/json: { schema: { type: integer, maximum: 9223372036854775807 } }')} }
  /example: { ${get('example', 'application/json: { schema: { properties: { id: { type: integer, format: int64 } } }, example: { id: 9223372036854775807, by: [0.30000000000000004441, 9007199254740993] } }')} }
`,
    [
      ['GET /n/9223372036854775807', {}, '204'],
      ['GET /n/9223372036854775808', {}, '400'],
      ['GET /n/-9223372036854775808', {}, '204'],
      ['GET /n/-9223372036854775809', {}, '400'],
      ['POST /body', json, '204', '{"id":9223372036854775807}'],
      ['POST /body', json, '400', '{"id":9223372036854775808}'],
      ['POST /body', json, '400', '{"id":-9223372036854775809}'],
      ['POST /limit', json, '204', '9223372036854775807'],
      ['POST /limit', json, '400', '9223372036854775808'],
      [
        'GET /example',
        {},
        '200 application/json {"id":9223372036854775807,"by":[0.30000000000000004441,9007199254740993]}',
      ],
    ],
  ],
  [
    'JSON Schema 2020-12 Validation, 6.2.1: multipleOf applies to decimals',
    `paths:
  /price: { ${post('price', 'application/json: { schema: { type: number, multipleOf: 0.01 } }')} }
`,
    [
      ...['0.07', '2.34', '19.99', '1e3', '-0.01'].map((text): Row => ['POST /price', json, '204', text]),
      ...['0.075', '0.001'].map((text): Row => ['POST /price', json, '400', text]),
    ],
  ],
  [
    'RFC 6570, 3.2.1; RFC 9110, 5.6.1: a list is split, then its items are decoded',
    `paths:
  /path/{ids}: { ${parameter('read3', 'name: ids, in: path, required: true, schema: { type: array, maxItems: 2, items: { type: string } }')} }
  /query: { ${parameter('read4', 'name: ids, in: query, explode: false, schema: { type: array, maxItems: 2, items: { type: string, minLength: 1 } }')} }
  /header: { ${parameter('read5', 'name: X-Ids, in: header, schema: { type: array, items: { type: integer } }')} }
  /answered: { get: { operationId: answered, responses: { '204': { description: Ok, headers: { X-W: { required: true, schema: { type: array, items: { type: integer } }, example: [60, 3600] } } } } } }
`,
    [
      ['GET /path/a%2Cb,c', {}, '204'],
      ['GET /path/a,b,c', {}, '400'],
      ['GET /query?ids=a%2Cb,c', {}, '204'],
      ['GET /query?ids=a,b,c', {}, '400'],
      ['GET /header', { 'X-Ids': '1, 2' }, '204'],
      ['GET /header', { 'X-Ids': '1, two' }, '400'],
      ['GET /answered', {}, '204'],
    ],
  ],
  [
    'RFC 3986, 6.2.2: paths that differ in a trailing slash are different',
    `paths:
  /files: { ${get('about', 'application/json: { example: about }')}, ${post('add', 'application/json: {}')} }
  /files/: { ${get('list', 'application/json: { example: list }')} }
`,
    [
      ['GET /files', {}, '200 application/json "about"'],
      ['GET /files/', {}, '200 application/json "list"'],
      ['POST /files', json, '204', '1'],
      ['POST /files/', json, '405', '1'],
    ],
  ],
  [
    'OpenAPI 3.1.1, 4.8.5 and 4.8.6: a server covers every value of its variables, and may be a relative URL',
    `servers:
  - { url: 'https://{region}.api.example/{version}', variables: { region: { default: eu, enum: [eu, us] }, version: { default: v1, enum: [v1, v2] } } }
  - { url: //plain.example/v3 }
  - { url: v4 }
paths:
  /a: { ${get('a', 'application/json: { example: 1 }')} }
  /b: { servers: [{ url: 'https://other.example' }], ${get('b', 'application/json: { example: 1 }')} }
`,
    [
      ['GET https://eu.api.example/v1/a', {}, '200 application/json 1'],
      ['GET https://us.api.example/v2/a', {}, '200 application/json 1'],
      ['GET https://cn.api.example/v1/a', {}, 'nothing'],
      ['GET http://plain.example/v3/a', {}, '200 application/json 1'],
      ['GET https://plain.example/v3/a', {}, '200 application/json 1'],
      ['GET https://anywhere.example/v4/a', {}, '200 application/json 1'],
      ['GET https://anywhere.example/a', {}, 'nothing'],
      ['GET https://other.example/b', {}, '200 application/json 1'],
      ['GET https://eu.api.example/v1/b', {}, 'nothing'],
    ],
  ],
  [
    'RFC 9110, 9.3.2, 15.3.5, 15.3.6 and 15.4.5: no body for HEAD, 204, 205 and 304, whatever is described',
    `paths:
  /204: { get: { operationId: a, responses: { '204': { description: Gone, content: { application/json: { example: {} } } } } } }
  /205: { get: { operationId: b, responses: { '205': { description: Gone, content: { application/json: { example: {} } } } } } }
  /304: { get: { operationId: c, responses: { '304': { description: Same, content: { application/json: { example: {} } } } } } }
  /head: { head: { operationId: d, responses: ${answer('application/json: { example: { a: 1 } }')} } }
`,
    [
      ['GET /204', {}, '204'],
      ['GET /205', {}, '205'],
      ['GET /304', {}, '304'],
      ['HEAD /head', {}, '200 application/json'],
    ],
  ],
  [
    'OpenAPI 3.0.4, 4.7.24.1: nullable adds null to the type beside it, and does nothing else',
    `paths:
  /t: { ${post('t', "application/json: { schema: { type: object, properties: { enum: { type: string, nullable: true, enum: [x] }, all: { nullable: true, allOf: [{ $ref: '#/components/schemas/O' }] }, ref: { $ref: '#/components/schemas/O' }, ok: { type: string, nullable: true, enum: [x, null] }, bare: { nullable: true, enum: [x] } } } }")} }
components: { schemas: { O: { type: object } } }
`,
    [
      ['POST /t', json, '400', '{"enum":null}'],
      ['POST /t', json, '400', '{"all":null}'],
      ['POST /t', json, '400', '{"ref":null}'],
      ['POST /t', json, '204', '{"ok":null}'],
      ['POST /t', json, '400', '{"bare":null}'],
    ],
    '3.0.4',
  ],
]

test.for(rules)('%s', async ([, description, rows, version]) => {
  const handle = await mockOf(description, version)
  const answers: string[] = []
  for (const row of rows) answers.push(`${row[0]} ${row[3] ?? ''}: ${await answerOf(handle, row)}`)
  expect(answers).toEqual(rows.map(([line, , expected, body = '']) => `${line} ${body}: ${expected}`))
})

test('an operation with only an interim response is an error that lists the described statuses', async () => {
  const handle = await mockOf("paths: { /up: { get: { operationId: up, responses: { '101': { description: Up } } } } }")
  await expect(handle(new Request('https://api.example/up'))).rejects.toThrow(
    'up has no final response (described: 101)',
  )
})
