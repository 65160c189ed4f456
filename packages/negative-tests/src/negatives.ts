import type { Exchange } from '@partner-upgrades/spec'
import { checkVersion, type JsonObject } from '@partner-upgrades/spec-diff/document'
import { type BaseRequest, baseRequestOf, NoSampleError, type RequestValues } from './base-request.ts'
import { bodyNegatives } from './body-negatives.ts'
import { credentialNegatives } from './credential-negatives.ts'
import { type DocumentOperation, operationsOf } from './document.ts'
import { documentedNegatives, framingNegatives } from './framing-negatives.ts'
import type { NegativeRequest } from './negative.ts'
import { parameterNegatives } from './parameter-negatives.ts'
import type { Unbroken } from './schema-breaks.ts'

/** The result of {@link negativesOf}. */
export interface Negatives {
  /** One or more requests for each constraint. */
  readonly requests: readonly NegativeRequest[]
  /** Constraints that it could not break; none is skipped silently. */
  readonly unbroken: readonly (Unbroken & { readonly operation: string })[]
}

/**
 * Makes at least one request for every constraint that an OpenAPI document puts on requests. Each breaks that constraint and nothing
 * else, and has the status that must come back. Malformed requests among the documented exchanges are included.
 *
 * @throws {DocumentError} if the document is not OpenAPI 3.0 or 3.1, or a reference in it cannot be resolved.
 * @throws TypeError if the document's own examples do not satisfy its schemas.
 */
export function negativesOf(
  document: JsonObject,
  {
    values = () => ({}),
    exchanges = [],
  }: {
    readonly values?: (operation: DocumentOperation) => RequestValues
    readonly exchanges?: readonly Exchange[]
  } = {},
): Negatives {
  checkVersion(document)
  const unbroken: (Unbroken & { operation: string })[] = []
  const requests = operationsOf(document).flatMap((operation) => {
    const given = values(operation)
    const base = baseOrFailure(document, operation, given)
    if ('failure' in base) {
      unbroken.push({ ...base.failure, operation: operation.id })
      return []
    }
    const body = bodyNegatives(document, base)
    const parameters = parameterNegatives(document, base)
    const credentials = credentialNegatives(document, base, given.token)
    for (const made of [body, parameters, credentials]) {
      unbroken.push(...made.unbroken.map((each) => ({ ...each, operation: operation.id })))
    }
    const printed = exchanges.filter((exchange) => exchange.operation === operation.id)
    return [
      ...body.requests,
      ...parameters.requests,
      ...credentials.requests,
      ...framingNegatives(base),
      ...documentedNegatives(base, printed),
    ]
  })
  return { requests, unbroken }
}

/** Builds a valid request, or returns the constraint that prevents one: without it, no constraint can be broken alone. */
function baseOrFailure(
  document: JsonObject,
  operation: DocumentOperation,
  values: RequestValues,
): BaseRequest | { readonly failure: Unbroken } {
  try {
    return baseRequestOf(document, operation, values)
  } catch (error) {
    if (!(error instanceof NoSampleError)) throw error
    const { pointer, keyword } = error.failure
    return { failure: { pointer, keyword: `a valid value (${keyword})` } }
  }
}
