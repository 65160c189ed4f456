import type { Problem } from '@partner-upgrades/spec'

/** Something in a request that the contract does not allow. */
export interface RequestProblem extends Problem {
  readonly in: 'path' | 'query' | 'header' | 'body'
  /** The parameter's name; absent for the body. */
  readonly name?: string
}

/** Why the contract layer turns a request away, before any behaviour is asked. */
export type Rejection =
  | { readonly reason: 'path'; readonly status: 404 }
  | { readonly reason: 'method'; readonly status: 405; readonly allow: readonly string[] }
  | { readonly reason: 'credentialsMissing'; readonly status: 401 }
  | {
      readonly reason: 'credentialsRefused'
      readonly status: 401
      /** What `accept` said of them. */
      readonly because?: string
    }
  | { readonly reason: 'accept'; readonly status: 406; readonly available: readonly string[] }
  | { readonly reason: 'contentType'; readonly status: 415; readonly expected: readonly string[] }
  | { readonly reason: 'bodyMissing'; readonly status: 400 }
  | { readonly reason: 'bodyMalformed'; readonly status: 400 }
  | { readonly reason: 'invalid'; readonly status: 400; readonly problems: readonly RequestProblem[] }

/** A rejection in one English sentence. Values of the request are never repeated in it. */
export function describeRejection(rejection: Rejection): string {
  switch (rejection.reason) {
    case 'path':
      return 'There is no such resource.'
    case 'method':
      return `This resource answers ${rejection.allow.join(', ')} only.`
    case 'credentialsMissing':
      return 'The request carries no credentials.'
    case 'credentialsRefused':
      return 'The credentials of the request are not accepted.'
    case 'accept':
      return `This resource answers with ${rejection.available.join(', ')} only.`
    case 'contentType':
      return `The request body must be ${rejection.expected.join(' or ')}.`
    case 'bodyMissing':
      return 'The request has no body.'
    case 'bodyMalformed':
      return 'The request body is not valid JSON.'
    case 'invalid':
      return `The request is not valid: ${rejection.problems.map(describeProblem).join('; ')}.`
  }
}

/** One problem of a request: where it is, and what was expected. */
export function describeProblem(problem: RequestProblem): string {
  const place = problem.in === 'body' ? 'body' : `${problem.in} parameter ${problem.name}`
  return `${place}${problem.pointer === '' ? '' : ` ${problem.pointer}`} ${problem.message}`
}
