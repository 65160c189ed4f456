import type { ContractMock } from '../contract/contract-mock.ts'
import { withoutQuery } from '../contract/request-target.ts'
import { connectionReset, fromRequest, toResponse } from './fetch-types.ts'
import { readRequest } from './plain-request.ts'

/**
 * A contract mock as a `fetch`: nothing is intercepted, nothing is sent. The caller addresses the mock itself, so the origin of a URL
 * does not matter. A path outside the contract rejects with a `TypeError`, like an unreachable host.
 */
export function toFetch(mock: ContractMock): typeof globalThis.fetch {
  return async (input, init) => {
    const request = readRequest(input, init)
    request.signal?.throwIfAborted()
    const target = mock.locateAnywhere(request.method, request.url)
    if (target === undefined) {
      throw new TypeError(`${request.method} ${withoutQuery(request.url)} is outside the mocked contract.`)
    }
    const response = await untilAborted(request.signal, mock.respond(fromRequest(request, target)).then(toResponse))
    if (response.type === 'error') throw new TypeError('fetch failed', { cause: connectionReset() })
    return response
  }
}

/** Settles like the promise, or rejects with the signal's reason if the caller aborts first. */
function untilAborted<T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  if (signal === undefined) return promise
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}
