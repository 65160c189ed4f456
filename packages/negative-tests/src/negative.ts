import type { BaseRequest, PlainRequest } from './base-request.ts'
import type { Unbroken } from './schema-breaks.ts'

/** A request that breaks one constraint, and the status that must come back. */
export interface NegativeRequest {
  /** The operation and what is broken, in words. */
  readonly name: string
  /** The `operationId`. */
  readonly operation: string
  /** Which constraint the request breaks. */
  readonly constraint: {
    readonly in:
      | 'body'
      | 'path'
      | 'query'
      | 'header'
      | 'cookie'
      | 'credentials'
      | 'contentType'
      | 'accept'
      | 'method'
      | 'documented'
    /** The name of the parameter, security scheme or exchange. */
    readonly name?: string
    /** JSON Pointer into the body. */
    readonly pointer?: string
    readonly keyword: string
    /** Other constraints that the request breaks as well. */
    readonly also?: readonly string[]
  }
  /** The request to send. */
  readonly request: PlainRequest
  /** The status that must come back. */
  readonly status: number
  /** Other statuses that a provider may respond with instead. */
  readonly tolerated: readonly number[]
}

/** The requests made for one part of an operation, and the constraints that could not be broken. */
export interface Made {
  /** One or more requests for each constraint. */
  readonly requests: readonly NegativeRequest[]
  /** Constraints that could not be broken. */
  readonly unbroken: readonly Unbroken[]
}

/** Creates a request that breaks one constraint, and names it. */
export function negative(
  { operation }: BaseRequest,
  what: string,
  constraint: NegativeRequest['constraint'],
  request: PlainRequest,
  status: number,
  ...tolerated: readonly number[]
): NegativeRequest {
  return { name: `${operation.id}: ${what}`, operation: operation.id, constraint, request, status, tolerated }
}
