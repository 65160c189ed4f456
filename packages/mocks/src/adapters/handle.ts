import type { ContractMock } from '../contract/contract-mock.ts'
import { fromRequest, toResponse } from './fetch-types.ts'

/**
 * Answers a request, or returns undefined for one outside the contract, whose body is then still unread.
 *
 * @throws ContractViolation if the answer would violate the contract.
 * @throws MockUsageError if the request's `Prefer` asks for an answer that does not exist.
 */
export type Handle = (request: Request) => Promise<Response | undefined>

/** A contract mock as one function over the fetch types. */
export function toHandle(mock: ContractMock): Handle {
  return async (request) => {
    const target = mock.locate(request.method, request.url)
    return target === undefined ? undefined : toResponse(await mock.respond(fromRequest(request, target)))
  }
}
