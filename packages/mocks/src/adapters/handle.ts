import type { ContractMock } from '../contract/contract-mock.ts'
import { fromRequest, toResponse } from './fetch-types.ts'

/**
 * Responds to a request; returns undefined, and leaves the body unread, for a request outside the contract.
 *
 * @throws ContractViolation if the response would violate the contract.
 * @throws MockUsageError if the request's `Prefer` names a response that does not exist.
 */
export type Handle = (request: Request) => Promise<Response | undefined>

/** A contract mock as one function over the fetch types. */
export function toHandle(mock: ContractMock): Handle {
  return async (request) => {
    const target = mock.locate(request.method, request.url)
    return target === undefined ? undefined : toResponse(await mock.respond(fromRequest(request, target)))
  }
}
