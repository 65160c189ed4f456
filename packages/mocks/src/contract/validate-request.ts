import type { Operation } from '@partner-upgrades/spec'
import { type AcceptCredential, admit, type Credential } from './credentials.ts'
import type { Resource } from './endpoints.ts'
import { isAcceptable } from './media-types.ts'
import type { IncomingMessage } from './message.ts'
import { type ParameterValues, readParameters } from './parameters.ts'
import type { Match } from './path-router.ts'
import type { Rejection, RequestProblem } from './rejection.ts'
import { readBody, takesBody } from './request-body.ts'

/** A valid request. */
export interface Call {
  /** The operation of the contract that the request calls. */
  readonly operation: Operation
  /** The request as it came in. */
  readonly message: IncomingMessage
  /** The parameters, parsed and valid. */
  readonly parameters: ParameterValues
  /** A JSON value that fits the contract; text for other media types; undefined without a body. */
  readonly body: unknown
  /** The accepted credentials; empty if none are needed. */
  readonly credentials: readonly Credential[]
}

/** A valid call, or the reason why the request was rejected. */
export type ValidatedRequest =
  | { readonly operation: Operation; readonly call: Call; readonly rejection?: never }
  | { readonly operation?: Operation; readonly call?: never; readonly rejection: Rejection }

/**
 * Validates a request in this order; the first check that fails decides: path (404), method (405), credentials (401),
 * `Accept` (406), content type (415), then parameters and body together (400).
 */
export async function validateRequest(
  match: Match<Resource> | undefined,
  message: IncomingMessage,
  accept: AcceptCredential,
): Promise<ValidatedRequest> {
  if (match === undefined) return { rejection: { reason: 'path', status: 404 } }
  const { methods, first } = match.value
  const endpoint = methods.get(message.method)
  if (endpoint === undefined) {
    return { operation: first.operation, rejection: { reason: 'method', status: 405, allow: [...methods.keys()] } }
  }
  const { operation, produces, pathNames } = endpoint
  const admission = admit(operation, message, accept)
  if (admission.refusal) return { operation, rejection: admission.refusal }
  if (!isAcceptable(message.header('accept'), produces)) {
    return { operation, rejection: { reason: 'accept', status: 406, available: produces } }
  }
  const problems: RequestProblem[] = []
  const contentType = message.header('content-type')
  const text = takesBody(operation, contentType) ? await message.text() : undefined
  const body = readBody(operation, contentType, text, problems)
  if (body.rejection?.reason === 'contentType') return { operation, rejection: body.rejection }
  const path = new Map(pathNames.map((name, index) => [name, match.parameters[index] ?? '']))
  const parameters = readParameters(operation.parameters, path, message, problems)
  if (problems.length > 0) return { operation, rejection: { reason: 'invalid', status: 400, problems } }
  if (body.rejection !== undefined) return { operation, rejection: body.rejection }
  return { operation, call: { operation, message, parameters, body: body.value, credentials: admission.credentials } }
}
