import type { IncomingMessage, OutgoingMessage } from '../contract/message.ts'
import type { RequestLike } from './plain-request.ts'

/** Reads a fetch `Request`. */
export function fromRequest(request: Omit<RequestLike, 'url'>, target: string): IncomingMessage {
  const { method, headers } = request
  return {
    method,
    target,
    header: (name) => headers.get(name),
    headers: entriesOf(headers),
    text: () => request.text(),
  }
}

function entriesOf(headers: Headers): () => Iterable<readonly [string, string]> {
  return () => headers
}

/**
 * Converts a message to a fetch `Response`: a dropped one becomes a network error (`Response.error()`), a stalled one a promise that never
 * resolves.
 */
export function toResponse(message: OutgoingMessage): Response | Promise<Response> {
  const { status, headers, body, fate } = message
  switch (fate?.kind) {
    case 'dropped':
      return Response.error()
    case 'stalled':
      return new Promise(() => {})
    case 'cut':
      return new Response(cutBody(body ?? '', fate.after), { status, headers })
    default:
      return new Response(bodyOf(message), { status, headers })
  }
}

function bodyOf({ headers, body }: OutgoingMessage): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null
  // A `Response` adds a content type to text, but not to bytes.
  return 'Content-Type' in headers ? body : new TextEncoder().encode(body)
}

function cutBody(body: string, length: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body).subarray(0, length)
  return new ReadableStream({
    // Delivers the bytes first; only the next read gets the error.
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: connectionReset() })),
  })
}

/** The error that Node reports when the other side closes the connection. */
export function connectionReset(): Error {
  return Object.assign(new Error('The mock closed the connection.'), { code: 'ECONNRESET' })
}
