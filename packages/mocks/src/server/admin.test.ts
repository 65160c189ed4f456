import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, onTestFinished, test } from 'vitest'
import { smallMock } from '../../test/small-mock.ts'
import { type MockServerOptions, startMockServer } from './start-mock-server.ts'

interface Answer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** Starts a server with a state; `ask` sends headers that no `fetch` would send. */
async function serve(options: MockServerOptions = {}) {
  const adminState = () => ({ secret: 'scenario' })
  const { url, close } = await startMockServer(smallMock(), { adminPath: '/state', adminState, ...options })
  onTestFinished(close)
  const ask = (headers: Record<string, string>, method = 'GET', path = '/state'): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const asked = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }))
      })
      asked.on('error', reject).end()
    })
  return { url, ask }
}

const page = 'https://page.example'
const preflight = { 'Access-Control-Request-Method': 'GET' }
const allowed = ({ headers }: Answer) => headers['access-control-allow-origin']

test('a program without an origin reads the state, in a response that no page may read or embed', async () => {
  const { ask } = await serve()
  const { status, headers, body } = await ask({})
  expect([status, body]).toEqual([200, '{"secret":"scenario"}'])
  expect(headers).toMatchObject({
    'cross-origin-resource-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    vary: 'Origin',
  })
  expect(headers).not.toHaveProperty('access-control-allow-origin')
})

test('a page of the same origin may read the state', async () => {
  const { url, ask } = await serve()
  expect((await ask({ Origin: url })).status).toBe(200)
})

describe.each([
  ['a foreign origin', page],
  ['the origin of pages that hide theirs', 'null'],
  ['another port of this machine', 'http://127.0.0.1:1'],
])('%s', (_, Origin) => {
  test.each([
    ['GET', {}],
    ['OPTIONS', preflight],
  ])('is refused: %s', async (method, more) => {
    const { ask } = await serve()
    const answer = await ask({ Origin, ...more }, method)
    expect([answer.status, allowed(answer)]).toEqual([403, undefined])
    expect(answer.body).not.toContain('scenario')
    expect(answer.body).toContain(Origin)
  })
})

test('a listed origin may read the state, and any other may not', async () => {
  const { ask } = await serve({ adminOrigins: [page], cors: false })
  const asked = await ask({ Origin: page }, 'OPTIONS', '/state')
  expect([asked.status, allowed(asked), asked.headers['access-control-allow-methods']]).toEqual([204, page, 'GET'])
  const read = await ask({ Origin: page })
  expect([read.status, allowed(read), read.body]).toEqual([200, page, '{"secret":"scenario"}'])
  expect((await ask({ Origin: `${page}.evil.example` })).status).toBe(403)
})

test.each(['*', 'null', 'https://page.example/', 'page.example', 'HTTPS://page.example'])(
  '%s is not an admin origin',
  async (origin) => {
    await expect(serve({ adminOrigins: [origin] })).rejects.toThrow(`such as http://localhost:5173: ${origin}`)
  },
)

test.each([
  'localhost',
  'localhost:4010',
  'LOCALHOST',
  'app.localhost:80',
  '127.0.0.1',
  '127.9.9.9:1',
  '[::1]:4010',
  '192.168.1.5',
])('under the name %s, it serves the state', async (Host) => {
  expect((await (await serve()).ask({ Host })).status).toBe(200)
})

test.each([
  'page.example',
  'localhost.page.example',
  '127.0.0.1.page.example:4010',
  'notlocalhost',
  'x@127.0.0.1',
  '[::1].page.example',
])('under the name "%s", which anybody may point here, it serves nothing', async (Host) => {
  const { ask } = await serve()
  const { status, body } = await ask({ Host, Origin: `http://${Host}` })
  expect([status, body.includes('scenario')]).toEqual([403, false])
})

test('without a host name, it serves nothing', async () => {
  const { url } = await serve()
  // Node's own client would replace an empty name.
  const socket = connect(Number(new URL(url).port), '127.0.0.1')
  socket.write('GET /state HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n')
  const answer = await text(socket)
  expect(answer).toMatch(/^HTTP\/1\.1 403 /)
  expect(answer).not.toContain('scenario')
})

test('a listed name is trusted', async () => {
  const { ask } = await serve({ adminHosts: ['Mock'] })
  expect((await ask({ Host: 'mock:4010' })).status).toBe(200)
  expect((await ask({ Host: 'mock.example' })).status).toBe(403)
})

test('an unreadable state is reported to programs only', async () => {
  const { ask } = await serve({ adminState: () => expect.fail('no state today') })
  const answer = await ask({})
  expect([answer.status, allowed(answer), answer.body.includes('no state today')]).toEqual([500, undefined, true])
})

test('the API itself is open to pages of any origin', async () => {
  const { ask } = await serve()
  const answer = await ask({ Origin: page, Host: 'page.example' }, 'GET', '/api/things/1')
  expect([answer.status, allowed(answer)]).toEqual([200, '*'])
})
