import type { IncomingHttpHeaders, IncomingMessage as NodeMessage } from 'node:http'
import type { IncomingMessage } from '../contract/message.ts'

/** The body of a request is larger than the server takes. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError'
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

// By events, for an iterator over a stream costs as much as all the rest of reading a request.
function readText(message: NodeMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    message.on('data', (chunk: Buffer) => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= limit) return
      message.pause()
      reject(new BodyTooLargeError(`The request body is larger than ${limit} bytes.`))
    })
    message.on('end', () => {
      const text = (chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)).toString('utf8')
      // As `Request.text()` does.
      resolve(text.startsWith('\uFEFF') ? text.slice(1) : text)
    })
    message.on('error', () => reject(new TypeError('The request broke off.')))
  })
}
