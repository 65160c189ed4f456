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
 * Writes a fetch `Response`: a network error (`Response.error()`) for one that was dropped; for one that stalls, a
 * promise that never resolves.
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
  // Text makes a `Response` add a content type of its own; bytes do not.
  return 'Content-Type' in headers ? body : new TextEncoder().encode(body)
}

function cutBody(body: string, length: number): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(body).subarray(0, length)
  return new ReadableStream({
    // The bytes are handed out first, and only who asks for more meets the end.
    start: (controller) => controller.enqueue(bytes),
    pull: (controller) => controller.error(new TypeError('terminated', { cause: connectionReset() })),
  })
}

/** What Node reports of a connection that the other side closed. */
export function connectionReset(): Error {
  return Object.assign(new Error('The mock closed the connection.'), { code: 'ECONNRESET' })
}
