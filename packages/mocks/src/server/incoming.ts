import type { IncomingHttpHeaders, IncomingMessage as NodeMessage } from 'node:http'
import type { IncomingMessage } from '../contract/message.ts'
import { createGrowingBuffer } from './growing-buffer.ts'

/** The body of a request is larger than the server accepts. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
}

/** The body of a request is compressed; nothing here would limit its decoded size. */
export class BodyEncodedError extends Error {
  override readonly name = 'BodyEncodedError'
}

/** Reads a request of Node's HTTP server. */
export function fromNode(message: NodeMessage, target: string, bodyLimit: number): IncomingMessage {
  const { method = 'GET', headers } = message
  return {
    method,
    target,
    header: (name) => toText(headers[name]),
    headers: entriesOf(headers),
    text: () => readText(message, bodyLimit),
  }
}

function entriesOf(headers: IncomingHttpHeaders): () => Iterable<readonly [string, string]> {
  return () => Object.entries(headers).map(([name, value]) => [name, toText(value) ?? ''] as const)
}

function toText(value: string | string[] | undefined): string | null {
  return value === undefined ? null : Array.isArray(value) ? value.join(', ') : value
}

const plain = new Set([undefined, '', 'identity'])

// Uses events because iterating over a stream costs as much as the rest of reading a request.
function readText(message: NodeMessage, limit: number): Promise<string> {
  const encoding = message.headers['content-encoding']?.toLowerCase()
  if (!plain.has(encoding)) {
    return Promise.reject(
      new BodyEncodedError(`The mock does not decode request bodies; it was sent Content-Encoding: ${encoding}.`),
    )
  }
  return new Promise((resolve, reject) => {
    const body = createGrowingBuffer()
    message.on('data', (chunk: Buffer) => {
      if (body.size + chunk.length <= limit) return body.add(chunk)
      message.pause()
      reject(new BodyTooLargeError(`The request body is larger than ${limit} bytes.`))
    })
    message.on('end', () => {
      const text = body.bytes().toString('utf8')
      // `Request.text()` drops the byte order mark, too.
      resolve(text.startsWith('\uFEFF') ? text.slice(1) : text)
    })
    message.on('error', () => reject(new TypeError('The connection closed before the request was complete.')))
  })
}
