import type { IncomingMessage as NodeMessage, ServerResponse } from 'node:http'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { mayHaveContentLength } from '../contract/responses.ts'
import { BodyEncodedError, BodyTooLargeError } from './incoming.ts'

/**
 * Writes a response to Node's HTTP server.
 *
 * @param extra headers of the server, which the mock does not know
 */
export function toNode(
  response: ServerResponse,
  { status, headers, body = '', fate }: OutgoingMessage,
  extra: HeaderRecord,
): void {
  if (fate?.kind === 'stalled') return
  if (fate?.kind === 'dropped') {
    response.destroy()
    return
  }
  // Node would add the machine's date; a mock's response has the mock's date or none.
  response.sendDate = false
  const all = { ...headers, ...extra }
  const measured = mayHaveContentLength(response.req.method, status)
  response.writeHead(status, measured ? { ...all, 'Content-Length': Buffer.byteLength(body) } : all)
  // Text is sent in one chunk with the headers, bytes in a separate chunk.
  if (fate === undefined) response.end(body)
  else response.write(Buffer.from(body).subarray(0, fate.after), () => response.destroy())
}

/** How long a sender may take to notice the response, in milliseconds. */
const patience = 1_000

/**
 * Responds to a request whose body is not read to its end, then closes the connection. Not at once: a client that is still sending when
 * the connection is reset loses the response.
 */
export function cutOff(
  request: NodeMessage,
  response: ServerResponse,
  { status, headers, body = '' }: OutgoingMessage,
  extra: HeaderRecord,
): void {
  response.sendDate = false
  response.shouldKeepAlive = false
  response.writeHead(status, { ...headers, ...extra, 'Content-Length': Buffer.byteLength(body) })
  response.write(body)
  const end = (): void => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, patience)
  timer.unref()
  // Discards the rest of the body.
  request.removeAllListeners('data').on('end', end).on('close', end).resume()
}

/** The response when the mock itself fails or cannot read the request: the error message, for the reader of the test's output. */
export function failure(error: unknown): OutgoingMessage {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const body = { code: name, description: message, data: [], source: 'PartnerCenterMock' }
  const headers = {
    'Content-Type': 'application/json',
    ...(error instanceof BodyEncodedError && { 'Accept-Encoding': 'identity' }),
  }
  return { status: statusFor(error), headers, body: JSON.stringify(body) }
}

function statusFor(error: unknown): number {
  if (error instanceof BodyTooLargeError) return 413
  return error instanceof BodyEncodedError ? 415 : 500
}
