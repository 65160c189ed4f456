import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { toNode } from './outgoing.ts'

/** The status, length and body of a response over HTTP. */
async function received(method: string, status: number, body?: string) {
  const server = createServer((_, response) => {
    toNode(
      response,
      { status, headers: { 'Content-Type': 'application/json' }, ...(body !== undefined && { body }) },
      {},
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', method, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve([response.statusCode, response.headers['content-length'], text]))
    })
    sent.on('error', reject)
    sent.end()
  })
}

// RFC 9110, sections 8.6, 9.3.2, 15.3.5 and 15.4.5.
test.each<[string, number, string | undefined, string | undefined, string]>([
  ['GET', 200, '{}', '2', '{}'],
  ['GET', 200, undefined, '0', ''],
  ['GET', 204, undefined, undefined, ''],
  ['GET', 205, undefined, '0', ''],
  ['GET', 304, undefined, undefined, ''],
  ['HEAD', 200, undefined, undefined, ''],
])('the response to %s with status %i and body %s has the length %s', async (method, status, body, length, text) => {
  expect(await received(method, status, body)).toEqual([status, length, text])
})
