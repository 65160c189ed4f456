import type { OperationId, operations } from '@partner-upgrades/spec'
import type { FaultAnswer } from '../catalogue/fault-catalogue.ts'
import type { Answer } from '../contract/answer.ts'
import type { Exactly } from '../contract/exactly.ts'
import type { Call } from '../contract/validate-request.ts'

/** A successful response of the simulated service, with the properties that the contract declares for the operation. */
export type SuccessOf<Id extends OperationId> = {
  [Status in 200 | 202]: Status extends keyof operations[Id]['responses']
    ? Said<Status, operations[Id]['responses'][Status]>
    : never
}[200 | 202]

type Said<Status, Response> = { readonly status: Status } & Headers<Response> &
  Body<Response> &
  Pick<Answer, 'inferred'>

type Body<Response> = Response extends { content: { 'application/json': infer Json } }
  ? { readonly body: Json }
  : { readonly body?: never }

// All are optional here: some are added to every response later.
type Headers<Response> = Response extends { headers: infer All }
  ? { readonly headers?: { readonly [Name in keyof All as string extends Name ? never : Name]?: string } }
  : never

/** Carries out a call of an operation, and returns the response. */
export type ServiceHandler<Id extends OperationId> = (call: Call) => Exactly<SuccessOf<Id>> | FaultAnswer

/** Handlers by operation ID. */
export type ServiceHandlers = { readonly [Id in OperationId]?: ServiceHandler<Id> }
