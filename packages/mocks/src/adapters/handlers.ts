import { http } from 'msw'
import type { ContractMock } from '../contract/contract-mock.ts'
import { mergeHeaders } from '../contract/headers.ts'
import type { OutgoingMessage } from '../contract/message.ts'
import { mayHaveContentLength } from '../contract/responses.ts'
import { fromRequest, toResponse } from './fetch-types.ts'
import { toHandle } from './handle.ts'

/**
 * A handler for msw's `setupServer` and `setupWorker`. It fits every copy of msw: msw's own handlers are classes with protected members, so that
 * those of its ES module, its CommonJS module, msw 2 and msw 3 do not fit one another, although each works with all.
 */
// biome-ignore lint/suspicious/noExplicitAny: no other type fits several copies of one class
export type MswHandler = any

/**
 * A contract mock as msw handlers, for msw 2 and 3. Requests outside the contract stay unhandled: they go on to other
 * handlers, and to msw's own warning about requests that nobody handles.
 */
export function toHandlers(mock: ContractMock): MswHandler[] {
  const handle = toHandle(mock)
  // msw 3 compares paths with case, the service does not: the contract layer decides alone.
  const handler = http.all(
    ({ request }) => mock.locate(request.method, request.url) !== undefined,
    ({ request }) => handle(request),
  )
  const parsedResult = { match: { matches: true, params: {} }, cookies: {} }
  // msw's own `run` clones every request and parses its cookies, for resolvers that might want them: two thirds of the time.
  // Listeners are no worse off: they are given the request itself, whose body any resolver that needs it has read.
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
