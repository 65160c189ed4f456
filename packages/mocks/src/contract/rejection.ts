import type { Problem } from '@partner-upgrades/spec'

/** One way in which a request violates the contract. */
export interface RequestProblem extends Problem {
  /** The part of the request that is wrong. */
  readonly in: 'path' | 'query' | 'header' | 'body'
  /** The parameter's name; absent for the body. */
  readonly name?: string
}

/** Why a request was rejected before it reached an operation. */
export type Rejection =
  | { readonly reason: 'path'; readonly status: 404 }
  | { readonly reason: 'method'; readonly status: 405; readonly allow: readonly string[] }
  | { readonly reason: 'credentialsMissing'; readonly status: 401 }
  | {
      readonly reason: 'credentialsRefused'
      readonly status: 401
      /** The text that `accept` returned. */
      readonly because?: string
    }
  | { readonly reason: 'accept'; readonly status: 406; readonly available: readonly string[] }
  | { readonly reason: 'contentType'; readonly status: 415; readonly expected: readonly string[] }
  | { readonly reason: 'bodyMissing'; readonly status: 400 }
  | { readonly reason: 'bodyMalformed'; readonly status: 400 }
  | { readonly reason: 'invalid'; readonly status: 400; readonly problems: readonly RequestProblem[] }

/** Describes a rejection in one sentence, without repeating values of the request. */
export function describeRejection(rejection: Rejection): string {
  switch (rejection.reason) {
    case 'path':
      return 'Resource not found.'
    case 'method':
      return `This resource supports only ${rejection.allow.join(', ')}.`
    case 'credentialsMissing':
      return 'The request has no credentials.'
    case 'credentialsRefused':
      return 'The credentials were not accepted.'
    case 'accept':
      return `This resource is available only as ${rejection.available.join(', ')}.`
    case 'contentType':
      return `The request body must be ${rejection.expected.join(' or ')}.`
    case 'bodyMissing':
      return 'The request has no body.'
    case 'bodyMalformed':
      return 'The request body is not valid JSON.'
    case 'invalid':
      return `The request is invalid: ${rejection.problems.map(describeProblem).join('; ')}.`
  }
}

/** Describes one problem: where it is, and what was expected. */
export function describeProblem(problem: RequestProblem): string {
  const place = problem.in === 'body' ? 'body' : `${problem.in} parameter ${problem.name}`
  return `${place}${problem.pointer === '' ? '' : ` ${problem.pointer}`} ${problem.message}`
}
