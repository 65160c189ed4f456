import type { IncomingMessage, ServerResponse } from 'node:http'
import { createGrowingBuffer } from './growing-buffer.ts'

/** The body of a request; undefined, with its connection still there for an answer, if it is too large. */
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

/** How long a sender may take to notice that it was answered, in milliseconds. */
const patience = 1_000

/** Ends the connection of a body that is too large, but not at once: a client that is still sending when it is reset loses the answer. */
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
  // Whatever comes goes nowhere.
  request.removeAllListeners('data').on('end', end).on('close', end).resume()
}
