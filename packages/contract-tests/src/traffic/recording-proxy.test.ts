import { createServer, request as httpRequest, type RequestListener } from 'node:http'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { describe, expect, onTestFinished, test } from 'vitest'
import { productUpgrades } from './api.ts'
import { type RecordingProxyOptions, startRecordingProxy } from './recording-proxy.ts'
import { verifyHar } from './verify-har.ts'

const request = { customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' }

async function proxyTo(baseUrl: string, options: Partial<RecordingProxyOptions> = {}) {
  const proxy = await startRecordingProxy({ baseUrl, ...options })
  onTestFinished(() => proxy.close())
  return proxy
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
}

/** Sends a request target unchanged: `fetch` would normalize it. */
function statusOf(url: string, path: string): Promise<number | undefined> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    httpRequest({ port, path, host: '127.0.0.1' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}

test("a client's traffic with the mocks through the proxy is recorded, and conforms", async () => {
  const server = await startMockServer(createPartnerCenterMock())
  onTestFinished(() => server.close())
  const proxy = await proxyTo(server.url)
  const client = createProductUpgradesClient({ credential: 'a-credential', baseUrl: proxy.url })
  await client.checkEligibility(request)
  const upgrade = await client.create(request)
  await client.getStatus(upgrade)

  const har = await proxy.har()
  expect(har.log.entries.map(({ response }) => response.status)).toEqual([200, 202, 200])
  expect(har.log.entries.every(({ request: { url } }) => url.startsWith(`${server.url}/v1/`))).toBe(true)
  expect(JSON.stringify(har)).not.toMatch(/a-credential|4c721420/i)
  const report = verifyHar(har, productUpgrades, { baseUrls: [server.url] })
  expect(report).toMatchObject({ checked: 3, violations: [], additions: [], unchecked: [] })
})

describe('a proxy', () => {
  test('forwards method, path, headers and body below the base URL, and returns the response', async () => {
    const seen: unknown[] = []
    const service = await serve(async (incoming, response) => {
      const body = (await incoming.toArray()).join('')
      seen.push([incoming.method, incoming.url, incoming.headers.authorization, incoming.headers['x-one'], body])
      response.writeHead(302, { Location: 'https://elsewhere.example/', 'X-Two': '2' }).end('moved')
    })
    const proxy = await proxyTo(`${service}/pc/`)
    const answer = await fetch(`${proxy.url}/v1/things?a=1&b=%20`, {
      method: 'PUT',
      headers: { Authorization: 'Bearer t', 'X-One': '1' },
      body: 'text',
      redirect: 'manual',
    })
    expect([answer.status, answer.headers.get('location'), answer.headers.get('x-two'), await answer.text()]).toEqual([
      302,
      'https://elsewhere.example/',
      '2',
      'moved',
    ])
    expect(seen).toEqual([['PUT', '/pc/v1/things?a=1&b=%20', 'Bearer t', '1', 'text']])
  })

  test.for(['http://elsewhere.example/v1', '/../outside', '/..%2f../outside', '*', '@elsewhere.example/'])(
    'does not forward %s to another place',
    async (target) => {
      const seen: unknown[] = []
      const service = await serve((incoming, response) => {
        seen.push(incoming.url)
        response.end()
      })
      const proxy = await proxyTo(`${service}/pc`)
      const status = await statusOf(proxy.url, target)
      expect(seen.every((url) => String(url).startsWith('/pc/'))).toBe(true)
      if (seen.length === 0) expect(status).toBe(400)
    },
  )

  test('returns 502 if nobody listens, and records that there was no response', async () => {
    const proxy = await proxyTo('http://127.0.0.1:1')
    const answer = await fetch(`${proxy.url}/v1/productUpgrades`, { method: 'POST', body: '{}' })
    expect(answer.status).toBe(502)
    expect(await answer.text()).toMatch(/^http:\/\/127\.0\.0\.1:1 cannot be reached: \w.*\n$/)
    expect((await proxy.har()).log.entries).toMatchObject([{ response: { status: 0 } }])
  })

  test('streams endless bodies, and cancels one that nobody reads', async () => {
    let sent = 0
    let isClosed = false
    const upstream = await serve((_, response) => {
      const write = (): void => {
        do sent += 65_536
        while (!response.destroyed && response.write('x'.repeat(65_536)))
      }
      response.on('drain', write).on('close', () => {
        isClosed = true
      })
      write()
    })
    const proxy = await proxyTo(upstream)
    const answer = await fetch(`${proxy.url}/v1/productUpgrades`)
    const reader = answer.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
    // Once nobody reads, no more is received than fits into the buffers of two connections.
    await expect.poll(() => sent).toBeGreaterThan(0)
    await reader?.cancel()
    await expect.poll(() => isClosed).toBe(true)
    expect(sent).toBeLessThan(2 ** 26)
  })

  test('reports a request body that is far too large, and accepts the next', async () => {
    const proxy = await proxyTo(await serve((_, response) => void response.end('{}')), { requestLimit: 1_000 })
    const post = (body: string) => fetch(`${proxy.url}/v1/productUpgrades`, { method: 'POST', body })
    const answer = await post('x'.repeat(2 ** 24))
    expect([answer.status, await answer.text()]).toEqual([413, 'The request body is larger than 1000 bytes.\n'])
    expect((await post('{}')).status).toBe(200)
  })

  test('leaves no connection open for redirects with endless bodies', async () => {
    let open = 0
    const upstream = await serve((_, response) => {
      open += 1
      response.on('close', () => {
        open -= 1
      })
      response.writeHead(302, { Location: '/elsewhere' }).write('moved')
    })
    const proxy = await proxyTo(upstream)
    for (let count = 0; count < 100; count += 1) {
      const answer = await fetch(`${proxy.url}/v1/productUpgrades`, { redirect: 'manual' })
      expect(answer.status).toBe(302)
      await answer.body?.cancel()
    }
    await expect.poll(() => open).toBeLessThanOrEqual(16)
    const { entries } = (await proxy.har()).log
    expect(entries).toHaveLength(100)
  })

  test('refuses endless bodies', async () => {
    const proxy = await proxyTo(await serve((_, response) => void response.end()), { requestLimit: 10 })
    const answer = await fetch(`${proxy.url}/v1/productUpgrades`, { method: 'POST', body: 'x'.repeat(11) })
    expect(answer.status).toBe(413)
  })

  test.for([
    'localhost:4010',
    'ftp://example.org',
    'https://user:word@example.org',
    'https://example.org/?a=1',
    'http://example.org',
    '',
  ])('does not start for %s, which is not a base URL', async (baseUrl) => {
    await expect(startRecordingProxy({ baseUrl })).rejects.toThrow(TypeError)
    await expect(startRecordingProxy({ baseUrl })).rejects.not.toThrow(/word/)
  })
})
