import type { ServerResponse } from 'node:http'
import type { HeaderRecord } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { BodyTooLargeError } from './incoming.ts'

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
  response.writeHead(status, status === 204 ? all : { ...all, 'Content-Length': Buffer.byteLength(body) })
  // Text goes out in one piece with the headers, bytes in a piece of their own.
  if (fate === undefined) response.end(body)
  else response.write(Buffer.from(body).subarray(0, fate.after), () => response.destroy())
}

/** What a server answers when the mock itself fails, or cannot read the request: the message, for whoever reads the test's output. */
export function failure(error: unknown): OutgoingMessage {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  const body = { code: name, description: message, data: [], source: 'PartnerCenterMock' }
  const status = error instanceof BodyTooLargeError ? 413 : 500
  return { status, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }
}
