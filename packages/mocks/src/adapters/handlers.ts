import { http } from 'msw'
import type { ContractMock } from '../contract/contract-mock.ts'
import { mergeHeaders } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { mayHaveContentLength } from '../contract/responses.ts'
import { fromRequest, toResponse } from './fetch-types.ts'
import { toHandle } from './handle.ts'

/**
 * A handler for msw's `setupServer` and `setupWorker`. It is assignable to every copy of msw: the handler classes of msw 2 and 3, as ES and
 * CommonJS modules, have protected members, so their types do not fit one another, although each handler works with all of them.
 */
// biome-ignore lint/suspicious/noExplicitAny: no other type fits several copies of one class
export type MswHandler = any

/**
 * A contract mock as msw handlers, for msw 2 and 3. Requests outside the contract stay unhandled: they pass to other
 * handlers, and to msw's own warning about unhandled requests.
 */
export function toHandlers(mock: ContractMock): MswHandler[] {
  const handle = toHandle(mock)
  // msw 3 matches paths case-sensitively, the service does not: only the contract layer decides.
  const handler = http.all(
    ({ request }) => mock.locate(request.method, request.url) !== undefined,
    ({ request }) => handle(request),
  )
  const parsedResult = { match: { matches: true, params: {} }, cookies: {} }
  // msw's own `run` clones every request and parses its cookies in case a resolver needs them: two thirds of the time of a call.
  // Listeners lose nothing: msw passes them the request itself, whose body any resolver that needs it would consume, too.
  handler.run = async ({ request, requestId }) => {
    const target = mock.locate(request.method, request.url)
    if (target === undefined) return null
    handler.isUsed = true
    const response = await toResponse(withLength(await mock.respond(fromRequest(request, target)), request.method))
    return { handler, request, requestId, response, parsedResult }
  }
  return [handler]
}

/**
 * Adds `Content-Length`. After a response without it, msw 3 closes the connection, as HTTP/1.1 requires, and opening another
 * one takes as long as the rest of a call.
 */
function withLength(message: OutgoingMessage, method: string): OutgoingMessage {
  const { status, headers, body = '' } = message
  if (!mayHaveContentLength(method, status)) return message
  const { length } = new TextEncoder().encode(body)
  return { ...message, headers: mergeHeaders(headers, { 'Content-Length': String(length) }) }
}
