import type { BaseRequest, PlainRequest } from './base-request.ts'
import type { Unbroken } from './schema-breaks.ts'

/** A request that breaks one thing, and what has to come back. */
export interface NegativeRequest {
  /** The operation, and what is broken, in words. */
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
    /** Of the parameter, header or exchange. */
    readonly name?: string
    /** Into the body. */
    readonly pointer?: string
    readonly keyword: string
    /** What breaks as well. */
    readonly also?: readonly string[]
  }
  /** The request. */
  readonly request: PlainRequest
  /** The status that has to come back. */
  readonly status: number
  /** Statuses that a provider may rather answer with. */
  readonly tolerated: readonly number[]
}

/** Requests made for a part of an operation, and what could not be made. */
export interface Made {
  /** One or more for each constraint. */
  readonly requests: readonly NegativeRequest[]
  /** Constraints that could not be broken. */
  readonly unbroken: readonly Unbroken[]
}

/** Names a request that breaks one thing. */
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
