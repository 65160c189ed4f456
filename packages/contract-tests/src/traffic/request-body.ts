import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGrowingBuffer } from './growing-buffer.ts'

/** Reads the body of a request; undefined if it is too large, with the connection still open for a response. */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return new Promise((resolve, reject) => {
    const body = createGrowingBuffer()
    request.on('data', (chunk: Buffer) => {
      if (body.size + chunk.length <= limit) return body.add(chunk)
      request.pause()
      resolve(undefined)
    })
    request.on('end', () => resolve(new Uint8Array(body.bytes())))
    request.on('error', reject)
  })
}

/** How long a sender may take to notice the response, in milliseconds. */
const patience = 1_000

/** Rejects a body that is too large. The connection ends with a delay: a client that is reset while it sends loses the response. */
export function refuseRest(request: IncomingMessage, response: ServerResponse, text: string): void {
  response.shouldKeepAlive = false
  const bytes = Buffer.from(`${text}\n`)
  response.writeHead(413, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': bytes.length })
  response.write(bytes)
  const end = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, patience)
  timer.unref()
  // Discards the rest of the body.
  request.removeAllListeners('data').on('end', end).on('close', end).resume()
}
