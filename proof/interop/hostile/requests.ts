import { badBody, badHeaders, badPath, customerId, goodBody, goodPath, paths } from './nonsense.ts'
import type { Draw } from './random.ts'

/** The error with which the sender breaks off a body. */
export const senderGone: Error = new Error('The sender is gone.')

const origin = 'https://api.partnercenter.microsoft.com'

/** Creates a valid request. */
export function goodRequest(): Request {
  return new Request(origin + goodPath, {
    method: 'POST',
    headers: { Authorization: 'Bearer token', 'Content-Type': 'application/json' },
    body: goodBody,
  })
}

/** Creates a request with some malicious parts. */
export function hostileRequest(draw: Draw): Request {
  const headers = new Headers({ Authorization: 'Bearer token', 'Content-Type': 'application/json' })
  if (draw.oneIn(2)) headers.set('MS-RequestId', customerId)
  for (let more = draw.below(3); more > 0; more -= 1) {
    for (const [name, value] of badHeaders(draw)) headers.append(name, value)
  }
  const url = origin + (draw.oneIn(2) ? badPath(draw) : draw.pick(paths))
  const method = draw.oneIn(5) ? draw.pick(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND', 'post']) : 'POST'
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = draw.oneIn(2) ? badBody(draw) : goodBody
  if (!draw.oneIn(10)) return new Request(url, { method, headers, body })
  const inHalf = { method, headers, body: inPieces(body, draw), duplex: 'half' }
  return new Request(url, inHalf)
}

/** Creates a body that arrives in pieces or breaks off. */
function inPieces(body: string | Uint8Array, draw: Draw): ReadableStream<Uint8Array> {
  let rest = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const breaksOff = draw.oneIn(3)
  const size = 1 + draw.below(50) + (rest.length >> 4)
  return new ReadableStream({
    pull: (controller) => {
      if (rest.length > 0) {
        controller.enqueue(rest.subarray(0, size))
        rest = rest.subarray(size)
      } else if (breaksOff) controller.error(senderGone)
      else controller.close()
    },
  })
}
