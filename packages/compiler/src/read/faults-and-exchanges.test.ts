import { expect, test } from 'vitest'
import { compileFiles, documentOf, type Files, indent, loadFiles, problemsOf, the } from '../../test/fixture.ts'

const fault = (changes: Readonly<Record<string, string>> = {}): string => {
  const fields: Readonly<Record<string, string>> = {
    code: "'100'",
    name: 'nothingThere',
    status: '404',
    text: 'Nothing at {0}',
    earlierTexts: '["{0} is nowhere"]',
    parameters: '[id]',
    operations: '{ getThings: { level: inferred, source: a guess } }',
    actor: 'developer',
    remedy: 'Look elsewhere.',
    retry: 'never',
    'x-evidence': '{ level: documented, source: a page }',
    ...changes,
  }
  return Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join('')
}

const paths = `/Things/{thing-id}/state:
  post:
    operationId: getThings
    parameters: [{ name: thing-id, in: path, required: true, schema: { type: string } }]
    requestBody: { content: { application/json: { schema: { type: object, required: [id] } } } }
    responses:
      '200': { description: Ok, content: { application/json: { schema: { type: object, required: [state] } } } }
      '404': { description: None }`

const withFaults = (faults: Readonly<Record<string, string>>): Files => ({
  'openapi.yaml': documentOf({
    paths,
    rest: `x-faults:\n${Object.entries(faults)
      .map(([code, text]) => `  '${code}':\n${indent(indent(text))}`)
      .join('')}`,
  }),
})

test('Faults are listed by ascending code, and for each operation', async () => {
  const { contract } = await loadFiles(
    withFaults({
      '100': fault(),
      '20': fault({ code: "'20'", name: 'tooMany', text: 'Too many', earlierTexts: '[]', parameters: '[]' }),
      '19': fault({ code: "'19'", name: 'tooFew', text: 'Too few', earlierTexts: '[]', parameters: '[]' }),
      '99': fault({ code: "'99'", name: 'unused', operations: '{}' }),
    }),
  )
  expect(Object.keys(contract.faults)).toEqual(['19', '20', '99', '100'])
  expect(the(contract.operations.getThings).faults).toEqual(['19', '20', '100'])
  expect(contract.faults['100']).toEqual({
    code: '100',
    name: 'nothingThere',
    status: 404,
    text: 'Nothing at {0}',
    earlierTexts: ['{0} is nowhere'],
    parameters: ['id'],
    operations: { getThings: { level: 'inferred', source: 'a guess' } },
    actor: 'developer',
    remedy: 'Look elsewhere.',
    retry: 'never',
    evidence: { level: 'documented', source: 'a page' },
  })
})

test.each([
  [
    'an operation that does not exist',
    { operations: '{ getThing: { level: inferred, source: x } }' },
    '/operations/getThing',
    /names an operation that does not exist; use one of getThings/,
  ],
  [
    'a status that the operation does not declare',
    { status: '403' },
    '/operations/getThings',
    /returns 403, which getThings does not declare; add that response/,
  ],
  [
    'an unknown evidence level for an operation',
    { operations: '{ getThings: { level: guessed, source: x } }' },
    '/operations/getThings/level',
    /is not an evidence level/,
  ],
  ['another code than its key', { code: "'101'" }, '/code', /is listed as 100/],
  ['an unknown actor', { actor: 'somebody' }, '/actor', /use one of nobody, developer/],
  ['no actor', { actor: "''" }, '/actor', /is not an actor/],
  ['an unknown retry', { retry: 'soon' }, '/retry', /use one of never, later, afterAction/],
  ['a name that is not an identifier', { name: 'nothing-there' }, '/name', /is not a name in camelCase/],
  ['a placeholder without a name', { parameters: '[]' }, '/parameters', /names 0 of the 1 placeholders/],
  ['a status of success', { status: '200' }, '/status', /use a number from 400 to 599/],
  ['a status above those of faults', { status: '600' }, '/status', /use a number from 400 to 599/],
  ['a fractional status', { status: '404.5' }, '/status', /use a number from 400 to 599/],
  ['a status that is not a number', { status: "'404'" }, '/status', /use a number from 400 to 599/],
  [
    'an earlier text with another placeholder',
    { earlierTexts: '["{1} is nowhere"]' },
    '/earlierTexts',
    /number them as the text/,
  ],
  ['a name for a missing placeholder', { parameters: '[id, name]' }, '/parameters', /names 2 of the 1 placeholders/],
])('A fault with %s is an error', async (_, changes, place, says) => {
  const problems = await problemsOf(withFaults({ '100': fault(changes) }), { actors: ['nobody', 'developer'] })
  const problem = problems.find(({ pointer }) => pointer === `/x-faults/100${place}`)
  expect(problem?.message).toMatch(says)
})

test('Without a list of actors, any actor is allowed', async () => {
  const { files } = await compileFiles(withFaults({ '100': fault({ actor: 'somebody' }) }))
  expect(files.get('model.ts')).toContain('export type Actor = string')
})

test('Two faults with the same name are an error', async () => {
  const problems = await problemsOf(withFaults({ '100': fault(), '200': fault({ code: "'200'" }) }))
  expect(problems).toMatchObject([
    { pointer: '/x-faults/200/name', message: 'is also the name of fault 100; rename one' },
  ])
})

test.each([
  ['a range', '4XX'],
  ['the default', 'default'],
])('A fault may answer with a status that %s declares', async (_, declared) => {
  const [file, text] = the(Object.entries(withFaults({ '100': fault() }))[0])
  const { contract } = await loadFiles({ [file]: text.replace("'404':", `${declared}:`) })
  expect(the(contract.operations.getThings).faults).toEqual(['100'])
})

test.each([['400'], ['599']])('a fault may have the status %s', async (status) => {
  const { contract } = await loadFiles(withFaults({ '100': fault({ status, operations: '{}' }) }))
  expect(contract.faults['100']?.status).toBe(Number(status))
})

test('A placeholder may occur twice in a text, and there may be more than ten', async () => {
  const text = `'${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0].map((gap) => `{${gap}}`).join(' ')}'`
  const { contract } = await loadFiles(
    withFaults({ '100': fault({ text, parameters: '[a, b, c, d, e, f, g, h, i, j, k]' }) }),
  )
  expect(contract.faults['100']?.parameters).toHaveLength(11)
})

test('A fault that names an unknown operation is an error that lists the known ones', async () => {
  const several = `${paths}\n/others: { get: { operationId: getOthers, responses: { '404': { description: None } } } }`
  const faults = fault({ operations: '{ getThing: { level: inferred, source: x } }' })
  const problems = await problemsOf({
    'openapi.yaml': documentOf({ paths: several, rest: `x-faults:\n  '100':\n${indent(indent(faults))}` }),
  })
  expect(problems).toMatchObject([{ message: expect.stringMatching(/; use one of getThings, getOthers$/) }])
})

const exchange = ({
  operation = 'getThings',
  url = 'https://eu.example.com/things/7/State?x=1',
  request = 'body: { value: { "id": 1 } }',
  status = '200',
  response = 'body: { value: { "state": "ok" } }',
} = {}): string => `operation: ${operation}
summary: Gets it
x-evidence: { level: documented, source: a page }
request:
  method: POST
  url: ${url}
  headers: { Authorization: Bearer <token>, X-B: '1', X-A: '2' }
  omitted: [{ name: Content-Length, value: '340', reason: It is wrong }]
${indent(request)}
response:
  status: ${status}
${indent(response)}
`

const withExchange = (text: string): Files => ({ 'openapi.yaml': documentOf({ paths }), 'exchanges/get.yaml': text })

test('A body keeps every character except the indentation of its block', async () => {
  const { exchanges } = await loadFiles(
    withExchange(
      exchange({ request: 'body:\n  value:\n    {\n        "id":   1,\n\n      "b\\u00e9": [ 1,2 ]\n    }' }),
    ),
  )
  expect(the(exchanges[0]).request.body).toBe('{\n    "id":   1,\n\n  "b\\u00e9": [ 1,2 ]\n}')
})

test('A body may start on the line of its key', async () => {
  const { exchanges } = await loadFiles(withExchange(exchange({ request: 'body:\n  value: {\n      "id": 1\n    }' })))
  expect(the(exchanges[0]).request.body).toBe('{\n  "id": 1\n}')
})

test('Exchanges are in file order, and other kinds of files are skipped', async () => {
  const text = exchange()
  const { contract, exchanges } = await loadFiles({
    'openapi.yaml': documentOf({ paths }),
    'exchanges/b.yaml': text,
    'exchanges/a.yaml': text,
    'exchanges/README.md': 'What was printed where',
  })
  expect(exchanges.map(({ name }) => name)).toEqual(['a', 'b'])
  expect(contract).toMatchObject({ title: 'Things', version: '1.0.0' })
})

test('A body that starts on its own line keeps any deeper indentation', async () => {
  const { exchanges } = await loadFiles(
    withExchange(exchange({ request: 'body:\n  value:\n    {\n        "id": 1\n      }' })),
  )
  expect(the(exchanges[0]).request.body).toBe('{\n    "id": 1\n  }')
})

test('A body that starts on the line of its key loses the common indentation of its other lines', async () => {
  const { exchanges } = await loadFiles(
    withExchange(exchange({ request: `body:\n  value: {\n${' '.repeat(40)}"id": 1\n${' '.repeat(38)}}` })),
  )
  expect(the(exchanges[0]).request.body).toBe('{\n  "id": 1\n}')
})

test('Headers keep their order, and a path may differ in case', async () => {
  const { exchanges } = await loadFiles(withExchange(exchange()))
  expect(exchanges[0]).toEqual({
    name: 'get',
    operation: 'getThings',
    summary: 'Gets it',
    evidence: { level: 'documented', source: 'a page' },
    request: {
      method: 'POST',
      url: 'https://eu.example.com/things/7/State?x=1',
      headers: [
        ['Authorization', 'Bearer <token>'],
        ['X-B', '1'],
        ['X-A', '2'],
      ],
      omitted: [{ name: 'Content-Length', value: '340', reason: 'It is wrong' }],
      body: '{ "id": 1 }',
    },
    response: { status: 200, headers: [], omitted: [], body: '{ "state": "ok" }' },
  })
})

test('A body that is not JSON is kept as text, with the parse error', async () => {
  const { exchanges } = await loadFiles(
    withExchange(exchange({ request: 'body:\n  malformed: It has two braces\n  text: |-\n    {\n      { "id": 1 }' })),
  )
  expect(the(exchanges[0]).request).toMatchObject({ body: '{\n  { "id": 1 }', malformed: 'It has two braces' })
})

test('An example in the document may reference a part of an exchange', async () => {
  const { contract } = await loadFiles({
    'openapi.yaml': documentOf({
      paths: `/things:
  post:
    operationId: getThings
    responses:
      '200':
        description: Ok
        content: { application/json: { examples: { documented: { $ref: exchanges/get.yaml#/response/body } } } }`,
    }),
    'exchanges/get.yaml': exchange({
      url: '/things',
      request: '',
      response: 'body: { summary: A state, value: { "state": "ok" } }',
    }),
  })
  expect(the(the(contract.operations.getThings).responses[200]).content['application/json']?.examples).toEqual({
    documented: { summary: 'A state', value: { state: 'ok' } },
  })
})

test.each([
  [
    'an unknown level of evidence',
    exchange().replace('level: documented', 'level: rumoured'),
    '/x-evidence/level',
    /is not an evidence level; use one of documented/,
  ],
  ['an operation that does not exist', exchange({ operation: 'getThing' }), '/operation', /use one of getThings/],
  [
    'another method',
    exchange().replace('method: POST', 'method: PUT'),
    '/request/method',
    /^is not the method of getThings, POST$/,
  ],
  [
    'a path that is too long',
    exchange({ url: 'https://example.com/things/7/state/more' }),
    '/request/url',
    /does not match/,
  ],
  ['a status in quotes', exchange({ status: "'200'" }), '/response/status', /is not a status that getThings declares/],
  [
    'a path of another operation',
    exchange({ url: 'https://example.com/things/7' }),
    '/request/url',
    /does not match \/Things\/\{thing-id\}\/state/,
  ],
  [
    'a status that is not declared',
    exchange({ status: '500' }),
    '/response/status',
    /is not a status that getThings declares/,
  ],
  [
    'a request that contradicts the schema',
    exchange({ request: 'body: { value: { "Id": 1 } }' }),
    '/request/body/value',
    /the body contradicts its schema/,
  ],
  [
    'a response that contradicts the schema',
    exchange({ response: 'body: { value: {} }' }),
    '/response/body/value',
    /must have required property 'state'/,
  ],
  [
    'a body that is not written as JSON',
    exchange({ request: 'body: { value: { id: 1 } }' }),
    '/request/body/value',
    /is not written as JSON/,
  ],
  [
    'a header that is both sent and omitted',
    exchange().replace('Content-Length', 'x-b'),
    '/request/omitted',
    /^x-b is listed among the headers, too; remove one$/,
  ],
  [
    'a header that is omitted without a reason',
    exchange().replace('It is wrong', "' '"),
    '/request/omitted',
    /^Content-Length is left out without a reason; give one$/,
  ],
  ['a body where none is declared', exchange({ status: '404' }), '/response/body/value', /describes none/],
  [
    'text without a reason',
    exchange({ request: 'body: { text: "{" }' }),
    '/request/body/text',
    /say why in `malformed`/,
  ],
  [
    'a valid body that is marked as malformed',
    exchange({ request: 'body: { text: \'{ "id": 1 }\', malformed: Odd }' }),
    '/request/body/malformed',
    /matches its schema; remove it/,
  ],
])('An exchange with %s is an error', async (_, text, place, says) => {
  const problems = await problemsOf(withExchange(text))
  expect(problems.map(({ file, pointer }) => file + pointer)).toContain(`exchanges/get.yaml${place}`)
  expect(problems.find(({ pointer }) => pointer === place)?.message).toMatch(says)
})

test('A body may be marked as malformed because it does not match its schema', async () => {
  const { exchanges } = await loadFiles(
    withExchange(exchange({ request: 'body: { malformed: It has no id, text: "{}" }' })),
  )
  expect(the(exchanges[0]).request).toMatchObject({ body: '{}', malformed: 'It has no id' })
})

test('A message without a body has an empty body', async () => {
  const { exchanges } = await loadFiles(withExchange(exchange({ request: '', response: '' })))
  const { request, response } = the(exchanges[0])
  expect([request.body, response.body]).toEqual(['', ''])
  expect(request).not.toHaveProperty('malformed')
})

test('A printed body is validated as JSON where there are several media types', async () => {
  const html = 'text/html: { schema: { type: string } }, application/json:'
  const files = (text: string): Files => ({
    'openapi.yaml': documentOf({ paths: paths.replace('{ application/json:', `{ ${html}`) }),
    'exchanges/get.yaml': text,
  })
  const { exchanges } = await loadFiles(files(exchange()))
  expect(exchanges).toHaveLength(1)
  const problems = await problemsOf(files(exchange({ request: 'body: { value: { "Id": 1 } }' })))
  expect(problems.map(({ pointer }) => pointer)).toEqual(['/request/body/value'])
})

test('A dot in a path matches only a dot', async () => {
  const dotted = "/things.all: { get: { operationId: getThings, responses: { '200': { description: Ok } } } }"
  const text = (url: string): string =>
    exchange({ url, request: '', response: '' }).replace('method: POST', 'method: GET')
  const files = (url: string): Files => ({
    'openapi.yaml': documentOf({ paths: dotted }),
    'exchanges/a.yaml': text(url),
  })
  expect((await loadFiles(files('/v1/things.all'))).exchanges).toHaveLength(1)
  expect(await problemsOf(files('/v1/things_all'))).toMatchObject([{ pointer: '/request/url' }])
})
