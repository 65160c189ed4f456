import { expect, test } from 'vitest'
import { textMessage } from '../../test/messages.ts'
import { json, mediaType, response, smallContract, smallOperation } from '../../test/small-contract.ts'
import { smallMock } from '../../test/small-mock.ts'

const authorization = 'Bearer t'
const good = { authorization, 'content-type': 'application/json' }

test('a path of the contract is found below its servers and the given base URLs, and nowhere else', () => {
  const mock = smallMock({ baseUrls: ['http://localhost:3000'] })
  expect(mock.locate('GET', 'https://things.example/api/things')).toBe('/things')
  expect(mock.locate('GET', 'http://localhost:3000/Things/1?part=2')).toBe('/Things/1?part=2')
  expect(mock.locate('GET', 'http://localhost:3001/things')).toBeUndefined()
  expect(mock.locate('GET', 'https://things.example/api/others')).toBeUndefined()
  expect(mock.locateAnywhere('GET', 'http://localhost:3001/things')).toBe('/things')
})

test('a valid request gets the example of the first success, which has headers but no body', async () => {
  const answer = await smallMock().respond(textMessage({ headers: good, body: '{"name":"x"}' }))
  expect(answer).toEqual({ status: 202, headers: { Location: 'things/1' } })
})

test.each([
  ['a method that the path does not have', { method: 'DELETE' }, 405, 'POST'],
  ['no credentials', { headers: {} }, 401, 'no credentials'],
  ['an Accept that cannot be met', { headers: { ...good, accept: 'image/png' } }, 406, 'application/json'],
  ['an Accept for what only gateways send', { headers: { ...good, accept: 'text/html' } }, 406, 'application/json'],
  ['another content type', { headers: { ...good, 'content-type': 'text/plain' } }, 415, 'application/json'],
  ['no content type', { headers: { authorization }, body: '{"name":"x"}' }, 415, 'application/json'],
  ['no body', { headers: good }, 400, 'no body'],
  ['no body and no content type', { headers: { authorization } }, 400, 'no body'],
  ['a body that is not JSON', { headers: good, body: '{ { }' }, 400, 'not valid JSON'],
  [
    'a body with unclosed nesting',
    { headers: good, body: `{"name":"x","more":${'['.repeat(9_999)}` },
    400,
    'not valid JSON',
  ],
  [
    'a body nested too deeply',
    { headers: good, body: `{"more":${'[['.repeat(999)}${']]'.repeat(999)}}` },
    400,
    'not valid JSON',
  ],
  ['a body without a required property', { headers: good, body: '{}' }, 400, "property 'name'"],
  ['a body with a property of the wrong type', { headers: good, body: '{"name":1}' }, 400, 'body /name must be string'],
])('%s is rejected', async (_, message, status, reason) => {
  const answer = await smallMock().respond(textMessage(message))
  expect(answer.status).toBe(status)
  expect(answer.body).toContain(reason)
})

test('405 names the methods of the path', async () => {
  const answer = await smallMock().respond(textMessage({ method: 'POST', target: '/things/1' }))
  expect(answer.headers.Allow).toBe('GET, PUT')
})

test.each([
  ['/things/one', {}, 'path parameter thing-id must be integer'],
  ['/things/1', { 'x-depth': 'deep' }, 'header parameter X-Depth must be integer'],
])('an invalid parameter is rejected: %s', async (target, headers, reason) => {
  const answer = await smallMock().respond(textMessage({ method: 'GET', target, headers }))
  expect(answer.status).toBe(400)
  expect(answer.body).toContain(reason)
})

test('all problems of a request are reported at once', async () => {
  const message = textMessage({ method: 'GET', target: '/things/one', headers: { 'x-depth': 'deep' } })
  const { body } = await smallMock().respond(message)
  expect(body).toContain('thing-id')
  expect(body).toContain('X-Depth')
})

test('a behavior receives the parsed parameters and the body', async () => {
  const seen: unknown[] = []
  const mock = smallMock({
    resolve: ({ operation, parameters, body, credentials }) => {
      if (operation.id === 'readThing') {
        seen.push(parameters)
        return { status: 200, body: { name: 'mine' } }
      }
      seen.push(
        body,
        credentials.map(({ value }) => value),
      )
      return undefined
    },
  })
  const read = await mock.respond(
    textMessage({ method: 'GET', target: '/things/7?part=1&part=2', headers: { 'x-depth': '3' } }),
  )
  await mock.respond(textMessage({ headers: good, body: '{"name":"x"}' }))
  expect(seen).toEqual([
    { path: { 'thing-id': 7 }, query: { part: [1, 2] }, header: { 'X-Depth': 3 } },
    { name: 'x' },
    ['t'],
  ])
  expect(read).toEqual({ status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"name":"mine"}' })
})

test.each([
  ['code=200', undefined, '{"name":"one"}'],
  ['example=large', undefined, '{"name":"thousand"}'],
  ['code=200', 'text/csv', 'name\none'],
  ['example=table', 'application/json', 'name\none'],
  ['code=404', undefined, '{"error":"It failed."}'],
  ['code=503', undefined, '{"error":"It failed."}'],
])('Prefer: %s with Accept %s chooses a response', async (prefer, accept, body) => {
  const headers = { prefer, ...(accept && { accept }) }
  const answer = await smallMock().respond(textMessage({ method: 'GET', target: '/things/1', headers }))
  expect(answer.body).toBe(body)
})

test('Prefer chooses a declared status even if its media type was not requested', async () => {
  const headers = { ...good, accept: 'application/json', prefer: 'code=502' }
  const answer = await smallMock().respond(textMessage({ headers, body: '{"name":"x"}' }))
  expect(answer).toEqual({ status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>Bad gateway</h1>' })
})

test.each([
  ['code=418', 'createThing', 'Unknown answer of createThing with status "418". Use one of: 202, 400'],
  ['code=400, example=other', 'createThing', 'Unknown example of createThing 400 "other". Use one of: documented'],
  ['example=__proto__', 'createThing', 'Unknown example of createThing "__proto__"'],
])('Prefer: %s, which does not exist, is an error that lists what does', async (prefer, _, message) => {
  const mock = smallMock()
  await expect(mock.respond(textMessage({ headers: { ...good, prefer }, body: '{"name":"x"}' }))).rejects.toThrow(
    message,
  )
})

test('Prefer does not make a bad request succeed', async () => {
  const answer = await smallMock().respond(textMessage({ headers: { ...good, prefer: 'code=202' }, body: '{}' }))
  expect(answer.status).toBe(400)
})

test.each([
  ['a status that is not declared', { status: 204 }, '/status'],
  ['a missing header', { status: 202 }, '/headers/Location is required'],
  ['a body where none is declared', { status: 202, headers: { location: 'x' }, body: {} }, '/body is application/json'],
  ['an invalid body', { status: 400, body: { error: 1 } }, '/body/error must be string'],
  ['no body where one is declared', { status: 400 }, '/body is missing'],
  ['a body of another media type', { status: 400, body: 'x', mediaType: 'text/plain' }, '/body is text/plain'],
])('a response with %s is never sent', async (_, answer, place) => {
  const mock = smallMock({ resolve: () => answer })
  const sent = mock.respond(textMessage({ headers: good, body: '{"name":"x"}' }))
  await expect(sent).rejects.toThrow(`The ${answer.status} response of createThing violates the contract: `)
  await expect(sent).rejects.toThrow(place)
})

test("a response's own headers replace the common ones, in any case", async () => {
  const mock = smallMock({
    headers: () => ({ 'X-A': 'common', 'X-B': 'common' }),
    resolve: () => ({ status: 202, headers: { Location: 'things/2', 'x-a': 'own' } }),
  })
  const answer = await mock.respond(textMessage({ headers: good, body: '{"name":"x"}' }))
  expect(answer.headers).toEqual({ Location: 'things/2', 'x-a': 'own', 'X-B': 'common' })
})

test('every exchange is observed, including refused ones', async () => {
  const seen: unknown[] = []
  const mock = smallMock({
    observe: ({ operation, rejection, sent }) => seen.push([operation?.id, rejection?.reason, sent.status]),
  })
  await mock.respond(textMessage({ headers: good, body: '{"name":"x"}' }))
  await mock.respond(textMessage({ headers: {} }))
  await mock.respond(textMessage({ method: 'PATCH' }))
  expect(seen).toEqual([
    ['createThing', undefined, 202],
    ['createThing', 'credentialsMissing', 401],
    [undefined, 'method', 405],
  ])
})

test('a request outside the contract is rejected by the server it was sent to', async () => {
  const answer = await smallMock().respond(textMessage({ target: '/nothing' }))
  expect(answer).toMatchObject({ status: 404, body: '{"error":"Resource not found."}' })
})

const open = { ...smallOperation, security: [] }

// RFC 9110, section 9.3.2: the fields of a GET, and nothing else.
test('the response to HEAD has headers and no body', async () => {
  const content = json(() => [], { one: { name: 'one' } })
  const { requestBody: _, ...head } = { ...open, method: 'HEAD', responses: { '200': response({ content }) } }
  const mock = smallMock({ contract: { ...smallContract, operations: { head } } })
  expect(await mock.respond(textMessage({ method: 'HEAD' }))).toEqual({
    status: 200,
    headers: { 'Content-Type': 'application/json' },
  })
})

// OpenAPI 3.1.1, section 4.8.14: the schema describes the content, whatever its type.
test('a text body is validated against its schema, and a large integer to the last digit', async () => {
  const only = (wanted: unknown) => (value: unknown) =>
    value === wanted ? [] : [{ pointer: '', keyword: 'const', message: 'is not it' }]
  const content = { 'text/plain': mediaType(only('red'), {}), ...json(only(2 ** 63 - 1024)) }
  const write = { ...open, requestBody: { required: true, content } }
  const mock = smallMock({ contract: { ...smallContract, operations: { write } } })
  const statusOf = async (type: string, body: string): Promise<number> =>
    (await mock.respond(textMessage({ headers: { 'content-type': type }, body }))).status
  expect(await statusOf('text/plain', 'red')).toBe(202)
  expect(await statusOf('text/plain', 'blue')).toBe(400)
  expect(await statusOf('application/json', '9223372036854775807')).toBe(202)
  expect(await statusOf('application/json', '9223372036854775808')).toBe(400)
})

test('by default, every token is accepted and every body of a declared type is read', async () => {
  const seen: unknown[] = []
  const requestBody = { required: false, content: { ...json(() => []), 'text/plain': { examples: {} } } }
  const mock = smallMock({
    contract: { ...smallContract, operations: { write: { ...smallOperation, requestBody } } },
    observe: ({ call, rejection }) => seen.push(rejection?.reason ?? call?.body),
  })
  const send = (body: string, type?: string) =>
    mock.respond(textMessage({ headers: { authorization, ...(type !== undefined && { 'content-type': type }) }, body }))
  await send('')
  await send('', 'application/json')
  await send('7', 'application/json')
  await send('7', 'text/plain')
  await send('7', 'text/html')
  await send('7')
  expect(seen).toEqual([undefined, undefined, 7, '7', 'contentType', 'contentType'])
})

test('an operation without a request body ignores any body that is sent', async () => {
  const bodies: unknown[] = []
  const mock = smallMock({ observe: ({ call, rejection }) => bodies.push(rejection ?? call?.body) })
  for (const headers of [{}, { 'content-type': 'text/plain' }, { 'content-type': 'application/json' }]) {
    await mock.respond(textMessage({ method: 'GET', target: '/things/1', headers, body: '{' }))
  }
  expect(bodies).toEqual([undefined, undefined, undefined])
})

test('an unsupported content type takes precedence over invalid parameters', async () => {
  const { content } = smallContract.operations.createThing?.requestBody ?? expect.fail('no body')
  const read = smallContract.operations.readThing ?? expect.fail('no such operation')
  const write = { ...read, method: 'PUT', requestBody: { required: true, content } }
  const mock = smallMock({ contract: { ...smallContract, operations: { write } } })
  const statusOf = async (type: string, body: string) =>
    (await mock.respond(textMessage({ method: 'PUT', target: '/things/one', headers: { 'content-type': type }, body })))
      .status
  expect(await statusOf('text/plain', '{"name":"x"}')).toBe(415)
  const invalid = await mock.respond(
    textMessage({ method: 'PUT', target: '/things/one', headers: { 'content-type': 'application/json' }, body: '{' }),
  )
  expect(invalid).toMatchObject({ status: 400, body: expect.stringContaining('thing-id') })
})
