import type { Exchange } from '@partner-upgrades/spec'
import type { JsonObject } from '@partner-upgrades/spec-diff/document'
import { baseRequestOf, type RequestValues } from './base-request.ts'
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
  const unbroken: (Unbroken & { operation: string })[] = []
  const requests = operationsOf(document).flatMap((operation) => {
    const base = baseRequestOf(document, operation, values(operation))
    const body = bodyNegatives(document, base)
    const parameters = parameterNegatives(document, base)
    unbroken.push(...[...body.unbroken, ...parameters.unbroken].map((each) => ({ ...each, operation: operation.id })))
    const printed = exchanges.filter((exchange) => exchange.operation === operation.id)
    return [
      ...body.requests,
      ...parameters.requests,
      ...credentialNegatives(document, base),
      ...framingNegatives(base),
      ...documentedNegatives(base, printed),
    ]
  })
  return { requests, unbroken }
}
