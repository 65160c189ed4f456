import type { OperationId, operations } from '@partner-upgrades/spec'
import type { Call } from '../contract/validate-request.ts'

/** A call of one operation, typed by the contract. */
export type CallOf<Id extends OperationId> = Omit<Call, 'body' | 'parameters'> & {
  /** The request body. */
  readonly body: ContentOf<operations[Id]['requestBody']>
  /** The parameters of the request. */
  readonly parameters: {
    /** Path parameters by name. */
    readonly path: PartOf<operations[Id]['parameters'], 'path'>
    /** Query parameters by name. */
    readonly query: PartOf<operations[Id]['parameters'], 'query'>
    /** Header parameters by name. */
    readonly header: PartOf<operations[Id]['parameters'], 'header'>
  }
}

/** A response of one operation: the status decides which bodies and headers fit. */
export type AnswerOf<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: { readonly status: Status } & BodyPart<
    operations[Id]['responses'][Status]
  > &
    HeadersPart
}[keyof operations[Id]['responses']]

/**
 * Replaces the behaviour of an operation. `usual` runs that behaviour and returns its response; undefined leaves the call
 * to it.
 */
export type Override<Id extends OperationId> = (
  call: CallOf<Id>,
  usual: () => Promise<AnswerOf<Id>>,
) => AnswerOf<Id> | undefined | Promise<AnswerOf<Id> | undefined>

/** Overrides by operation ID. */
export type OverrideMap = { readonly [Id in OperationId]?: Override<Id> }

type PartOf<Parameters, Place extends string> = Parameters extends { [P in Place]?: infer Values }
  ? [Values] extends [never]
    ? Readonly<Record<never, never>>
    : NonNullable<Values>
  : Readonly<Record<never, never>>

type ContentOf<Body> = Body extends { content: infer Content } ? Content[keyof Content] : undefined

type BodyPart<Response> = Response extends { content: infer Content extends object }
  ? { [Media in keyof Content]: JsonBody<Media, Content[Media]> }[keyof Content]
  : { readonly body?: undefined; readonly mediaType?: undefined }

type JsonBody<Media, Body> = Media extends 'application/json'
  ? { readonly body: Body; readonly mediaType?: Media }
  : { readonly body: Body; readonly mediaType: Media }

interface HeadersPart {
  readonly headers?: Readonly<Record<string, string>>
}
