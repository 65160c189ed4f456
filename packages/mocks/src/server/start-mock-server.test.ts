import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { smallMock } from '../../test/small-mock.ts'
import { type MockServer, startMockServer } from './start-mock-server.ts'

const mock = smallMock({
  resolve: ({ operation, body }) => {
    if (operation.id !== 'createThing') return undefined
    const headers = { Location: 'things/2' }
    return JSON.stringify(body) === '{"name":"broken"}' ? { status: 204 } : { status: 202, headers }
  },
})
let server: MockServer
beforeAll(async () => {
  server = await startMockServer(mock, { bodyLimit: 1_000 })
})
afterAll(() => server.close())

const create = (body: string) =>
  fetch(`${server.url}/api/things`, {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body,
  })

/** Sends raw bytes, and returns the status line of the response. */
function sendRaw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1', () => socket.write(text))
    socket.once('data', (data) => {
      socket.destroy()
      resolve(data.toString().split('\r\n')[0] ?? '')
    })
    socket.once('error', reject)
  })
}

test('it listens on loopback, on a free port', () => {
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

test('a response has the headers of the contract', async () => {
  const response = await create('{"name":"x"}')
  expect(response.status).toBe(202)
  expect(response.headers.get('location')).toBe('things/2')
  expect(response.headers.get('content-length')).toBe('0')
})

test('a path outside the contract is 404', async () => {
  const response = await fetch(`${server.url}/nothing`)
  expect(response.status).toBe(404)
  expect(await response.json()).toEqual({ error: 'Resource not found.' })
})

test('a response that cannot be written, or a state that cannot be read, is a 500 with the reason', async () => {
  const answer = { status: 202, headers: { Location: 'things/1\nx' } }
  const failing = await startMockServer(smallMock({ resolve: () => answer }), {
    adminPath: '/state',
    adminState: () => expect.fail('no state today'),
  })
  const state = await fetch(`${failing.url}/state`)
  expect([state.status, await state.text()]).toEqual([500, expect.stringContaining('no state today')])
  const created = await fetch(`${failing.url}/api/things`, {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
    body: '{"name":"x"}',
  })
  expect([created.status, await created.text()]).toEqual([500, expect.stringContaining('Location')])
  await failing.close()
})

test('HEAD is refused without a body', async () => {
  const response = await fetch(`${server.url}/api/things`, { method: 'HEAD' })
  expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'POST', ''])
})

test('a body with a byte order mark is read', async () => {
  expect((await create('\uFEFF{"name":"x"}')).status).toBe(202)
})

test('a response that violates the contract becomes a 500 that describes the violation', async () => {
  const response = await create('{"name":"broken"}')
  expect(response.status).toBe(500)
  expect(await response.json()).toMatchObject({
    code: 'ContractViolation',
    description: expect.stringContaining('The 204 response of createThing violates the contract: /status'),
  })
})

test('a body over the limit is refused, and the next request gets a response', async () => {
  expect((await create(JSON.stringify({ name: 'x'.repeat(2_000) }))).status).toBe(413)
  expect((await create('{"name":"x"}')).status).toBe(202)
})

test('an endless body is refused while it is being sent', async () => {
  let sent = 0
  const status = await new Promise((resolve, reject) => {
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' }
    const request = httpRequest(`${server.url}/api/things`, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode)
      request.destroy()
    })
    request.on('error', reject)
    const piece = Buffer.alloc(65_536, ' ')
    const send = (): void => {
      while (!request.destroyed && request.write(piece)) sent += piece.length
      sent += piece.length
    }
    request.on('drain', send)
    send()
  })
  expect(status).toBe(413)
  // No more than the two ends of the connection buffer.
  expect(sent).toBeLessThan(2 ** 25)
})

test.each(['gzip', 'br', 'deflate, gzip', 'zstd'])('a body compressed with %s is refused unread', async (encoding) => {
  const response = await fetch(`${server.url}/api/things`, {
    method: 'POST',
    headers: { authorization: 'Bearer t', 'content-type': 'application/json', 'content-encoding': encoding },
    body: gzipSync('{"name":"x"}'),
  })
  expect([response.status, response.headers.get('accept-encoding')]).toEqual([415, 'identity'])
  expect(await response.json()).toMatchObject({ description: expect.stringContaining(encoding) })
})

test('a body with Content-Encoding: identity is read', async () => {
  const headers = { authorization: 'Bearer t', 'content-type': 'application/json', 'content-encoding': 'identity' }
  const response = await fetch(`${server.url}/api/things`, { method: 'POST', headers, body: '{"name":"x"}' })
  expect(response.status).toBe(202)
})

test('an aborted request is reported as aborted, and the next one gets a response', async () => {
  let tell: (error: unknown) => void = () => {}
  const told = new Promise<unknown>((resolve) => {
    tell = resolve
  })
  const breaking = await startMockServer(smallMock({ fail: (_, error) => tell(error) }))
  const head = 'POST /api/things HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\n'
  const socket = connect(Number(new URL(breaking.url).port), '127.0.0.1', () => {
    socket.end(`${head}Content-Length: 100\r\n\r\n{"na`)
  })
  expect(String(await told)).toBe('TypeError: The connection closed before the request was complete.')
  expect((await fetch(`${breaking.url}/api/things/1`)).status).toBe(200)
  await breaking.close()
})

test.each([
  ['an absolute target', 'GET http://other.example/api/things/1 HTTP/1.1', '200'],
  ['an asterisk', 'OPTIONS * HTTP/1.1', '404'],
  ['a target with two slashes', 'GET //api/things/1 HTTP/1.1', '404'],
])('%s is understood', async (_, line, status) => {
  expect(await sendRaw(`${line}\r\nHost: x\r\n\r\n`)).toContain(status)
})

test('a port in use is an error', async () => {
  await expect(startMockServer(mock, { port: Number(new URL(server.url).port) })).rejects.toThrow('EADDRINUSE')
})

test('connections stay open as long as the client wants', async () => {
  const { headers } = await create('{"name":"x"}')
  expect([headers.get('connection'), headers.get('keep-alive')]).toEqual(['keep-alive', null])
})

test('closing the server closes open connections', async () => {
  const other = await startMockServer(mock)
  await (await fetch(`${other.url}/api/things/1`)).text()
  await other.close()
  await expect(fetch(`${other.url}/api/things/1`)).rejects.toThrow()
})

test('a preflight gets a response, and the page can read the response that follows', async () => {
  const preflight = await fetch(`${server.url}/api/things`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'https://page.example',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers.get('access-control-allow-headers')).toBe('authorization,content-type')
  expect(preflight.headers.get('access-control-allow-methods')).toBe('POST')
  expect((await create('{"name":"x"}')).headers.get('access-control-allow-origin')).toBe('*')
})

test('with cors: false, it handles no preflight and sends no CORS headers', async () => {
  const strict = await startMockServer(mock, { cors: false })
  const response = await fetch(`${strict.url}/api/things`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://page.example', 'Access-Control-Request-Method': 'POST' },
  })
  expect([response.status, response.headers.has('access-control-allow-origin')]).toEqual([405, false])
  await strict.close()
})

test('each exchange is logged on one line, and the state is shown if requested', async () => {
  const lines: string[] = []
  const log = (line: string) => lines.push(line)
  const open = await startMockServer(mock, { log, adminPath: '/_state', adminState: () => ({ things: 2 }) })
  expect(await (await fetch(`${open.url}/_state`)).json()).toEqual({ things: 2 })
  await (await fetch(`${open.url}/api/things/1`)).text()
  expect(lines).toEqual(['GET /_state 200', 'GET /api/things/1 200'])
  await open.close()
  expect((await fetch(`${server.url}/_state`)).status).toBe(404)
})
