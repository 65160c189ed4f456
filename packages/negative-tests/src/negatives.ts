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

/** What {@link negativesOf} makes. */
export interface Negatives {
  /** One or more for each constraint. */
  readonly requests: readonly NegativeRequest[]
  /** Constraints that it found no way to break; nothing is left out in silence. */
  readonly unbroken: readonly (Unbroken & { readonly operation: string })[]
}

/**
 * For every constraint that an OpenAPI document puts on requests at least one request that breaks it and nothing else, and the
 * status that has to come back. Requests that are documented as bad, and printed so, are among them.
 *
 * @throws {DocumentError} if the document is of another version than OpenAPI 3.0 and 3.1, or a reference in it leads nowhere.
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

/** A valid request, or what could not be kept, where none could be made: then nothing else could be broken alone. */
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
