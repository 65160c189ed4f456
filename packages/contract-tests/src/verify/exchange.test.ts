import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { createSend, type Send } from './exchange.ts'

/** Starts a server with this listener; returns how to send requests to it, and its open connections. */
async function sendTo(listener: RequestListener): Promise<{ send: Send; open: ReadonlySet<Socket> }> {
  const open = new Set<Socket>()
  const server = createServer(listener)
  server.on('connection', (socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const { port } = server.address() as AddressInfo
  const clock = { now: () => 0, sleep: async () => {} }
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)
  return { send: createSend({ baseUrl: `http://127.0.0.1:${port}`, maxRps: 1, clock, fetch, timeout: 20_000 }), open }
}

const zeros = Buffer.alloc(2 ** 27)
const bombs: Readonly<Record<string, Buffer>> = {
  gzip: gzipSync(zeros),
  br: brotliCompressSync(zeros, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  deflate: deflateSync(zeros),
}

const request = { method: 'GET', path: '/', headers: {} }
const tooLarge = /the response body is larger than 262144 bytes/

test('a body up to the limit is read, whatever its characters', async () => {
  const text = `${'é'.repeat(2 ** 17 - 1)}ab`
  const { send } = await sendTo((_, response) => response.end(text))
  expect((await send(request)).text).toBe(text)
})

test('an endless body is abandoned at the limit, and its connection is closed', async () => {
  const { send, open } = await sendTo((_, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    }
    response.on('drain', write)
    write()
  })
  await expect(send(request)).rejects.toThrow(tooLarge)
  await expect.poll(() => open.size).toBe(0)
})

test.for(['gzip', 'br', 'deflate'])('so is a body that decompresses from a few bytes of %s', async (encoding) => {
  const { send } = await sendTo((_, response) => {
    response.writeHead(200, { 'Content-Encoding': encoding, 'Content-Type': 'application/json' })
    response.end(bombs[encoding])
  })
  await expect(send(request)).rejects.toThrow(tooLarge)
})

test('bodies of redirects are not read: a thousand endless ones leave no connection open', async () => {
  const { send, open } = await sendTo((_, response) => {
    response.writeHead(302, { Location: 'https://elsewhere.example/' })
    // It never ends.
    response.write('moved'.repeat(10_000))
  })
  for (let count = 0; count < 1_000; count += 1) {
    const { status, headers, text } = await send(request)
    expect([status, headers.get('location'), text]).toEqual([302, 'https://elsewhere.example/', ''])
  }
  await expect.poll(() => open.size).toBeLessThanOrEqual(16)
}, 60_000)
