import type { OperationId, operations } from '@partner-upgrades/spec'
import type { Call } from '../contract/examine.ts'

/** A call of one operation, its parts typed as the contract declares them. */
export type CallOf<Id extends OperationId> = Omit<Call, 'body' | 'parameters'> & {
  readonly body: ContentOf<operations[Id]['requestBody']>
  readonly parameters: {
    readonly path: PartOf<operations[Id]['parameters'], 'path'>
    readonly query: PartOf<operations[Id]['parameters'], 'query'>
    readonly header: PartOf<operations[Id]['parameters'], 'header'>
  }
}

/** An answer that an operation may give: the status decides which bodies and headers fit. */
export type AnswerOf<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses']]: { readonly status: Status } & BodyPart<
    operations[Id]['responses'][Status]
  > &
    HeadersPart
}[keyof operations[Id]['responses']]

/**
 * What an operation does in place of its usual behaviour. `usual` runs that, and gives its answer; undefined leaves the call
 * to it.
 */
export type Override<Id extends OperationId> = (
  call: CallOf<Id>,
  usual: () => Promise<AnswerOf<Id>>,
) => AnswerOf<Id> | undefined | Promise<AnswerOf<Id> | undefined>

/** Behaviours by operation id. */
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
