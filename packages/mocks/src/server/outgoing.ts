import type { IncomingMessage as NodeMessage, ServerResponse } from 'node:http'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { mayHaveContentLength } from '../contract/responses.ts'
import { BodyEncodedError, BodyTooLargeError } from './incoming.ts'

/**
 * Writes an answer to Node's HTTP server.
 *
 * @param extra headers that the mock knows nothing of
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
  // Node adds the date of the machine to an answer without one; a mock's answer has the mock's date or none.
  response.sendDate = false
  const all = { ...headers, ...extra }
  const measured = mayHaveContentLength(response.req.method, status)
  response.writeHead(status, measured ? { ...all, 'Content-Length': Buffer.byteLength(body) } : all)
  // Text goes out in one piece with the headers, bytes in a piece of their own.
  if (fate === undefined) response.end(body)
  else response.write(Buffer.from(body).subarray(0, fate.after), () => response.destroy())
}

/** How long a sender may take to notice that it was answered, in milliseconds. */
const patience = 1_000

/**
 * Answers a request whose body is not read to its end, and ends the connection. Not at once: a client that is still sending when it
 * is reset loses the answer.
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
  // Whatever comes goes nowhere.
  request.removeAllListeners('data').on('end', end).on('close', end).resume()
}

/** What a server answers when the mock itself fails, or cannot read the request: the message, for whoever reads the test's output. */
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
