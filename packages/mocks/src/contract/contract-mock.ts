import type { Contract, Operation } from '@partner-upgrades/spec'
import { type Answer, type InjectedAnswer, isInjected } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import type { AcceptCredential } from './credentials.ts'
import { exampleAnswer } from './example-answer.ts'
import { type HeaderRecord, mergeHeaders } from './headers.ts'
import type { IncomingMessage, OutgoingMessage } from './message.ts'
import { parsePrefer } from './prefer-header.ts'
import type { Rejection } from './rejection.ts'
import { pathOf } from './request-target.ts'
import { responseFor } from './responses.ts'
import { serialize } from './serialize.ts'
import { createServerRouter } from './server-router.ts'
import { type Call, type ValidatedRequest, validateRequest } from './validate-request.ts'

/** Responds to a call; undefined falls back to the contract's example. */
export type Resolver = (call: Call) => Resolved | Promise<Resolved>

/** The result of a call. */
export type Resolved = Answer | InjectedAnswer | undefined

/** A request together with its response. */
export interface Observation {
  /** The request. */
  readonly message: IncomingMessage
  /** The operation called; undefined if the path does not have the method. */
  readonly operation: Operation | undefined
  /** The validated call; undefined if the request was rejected. */
  readonly call: Call | undefined
  /** Why the contract layer rejected the request; undefined if it did not. */
  readonly rejection: Rejection | undefined
  /** The mock's response; undefined if an injected fault kept the request from the service. */
  readonly answer: Answer | undefined
  /** The name of the injected fault that changed the response. */
  readonly injection: string | undefined
  /** The response as it was sent. */
  readonly sent: OutgoingMessage
}

/** The options of a contract mock. */
export interface ContractMockOptions {
  /** The compiled contract to mock. */
  readonly contract: Pick<Contract, 'operations' | 'servers'>
  /**
   * Base URLs to serve, besides the contract's servers.
   * @default []
   */
  readonly baseUrls?: readonly string[] | undefined
  /** The response to a rejected request. There is no operation for a path outside the contract. */
  readonly reject: (rejection: Rejection, operation: Operation | undefined) => Answer
  /** The behaviour of the operations. @default each responds with its example */
  readonly resolve?: Resolver | undefined
  /** Whether a credential is accepted. @default every credential is accepted */
  readonly accept?: AcceptCredential | undefined
  /** Headers that every response carries unless it sets its own. @default none */
  readonly headers?: ((message: IncomingMessage) => HeaderRecord) | undefined
  /** Called after each exchange. @default nothing is called */
  readonly observe?: ((observation: Observation) => void) | undefined
  /** Called with each request that got no response because of an error, and the error. @default nothing is called */
  readonly fail?: ((message: IncomingMessage, error: unknown) => void) | undefined
  /** Called with each request below a base URL whose path is outside the contract. @default nothing is called */
  readonly miss?: ((method: string, url: string) => void) | undefined
}

/** Responds to requests according to a contract. */
export interface ContractMock {
  /**
   * Returns the path and query of a URL below a base URL if the contract has that path, for any method; otherwise undefined.
   * The method is only used to report requests outside the contract.
   */
  readonly locate: (method: string, url: string) => string | undefined
  /** Like `locate`, but ignores the URL's origin: for a server or function that is addressed directly. */
  readonly locateAnywhere: (method: string, url: string) => string | undefined
  /**
   * Responds to a request; a target outside the contract gets 404.
   *
   * @throws ContractViolation if the response would violate the contract.
   * @throws MockUsageError if the request's `Prefer` names a response that does not exist.
   */
  readonly respond: (message: IncomingMessage) => Promise<OutgoingMessage>
}

/**
 * Creates a mock of a contract. Requests are validated before they reach an operation, responses before
 * they are sent.
 *
 * @throws TypeError if a base URL is invalid.
 */
export function createContractMock(options: ContractMockOptions): ContractMock {
  const { contract, reject, resolve = () => undefined, accept = () => true } = options
  const { headers = () => ({}), observe = () => {}, fail = () => {}, miss = () => {} } = options
  const { route, locate } = createServerRouter(contract, options.baseUrls ?? [])

  function knownTarget(method: string, url: string, anywhere: boolean): string | undefined {
    const match = locate(url, anywhere)
    if (match?.known) return match.target
    if (match) miss(method, url)
    return undefined
  }

  async function resultOf(
    { operation, call, rejection }: ValidatedRequest,
    message: IncomingMessage,
    common: HeaderRecord,
  ): Promise<Answer | InjectedAnswer> {
    if (rejection !== undefined) return reject(rejection, operation)
    const preference = parsePrefer(message.header('prefer'))
    const result = preference === undefined ? await resolve(call) : undefined
    if (result !== undefined) return result
    const example = exampleAnswer(operation, preference ?? {}, message.header('accept'))
    // The example's IDs and dates belong to another exchange: those of this exchange replace them.
    return { ...example, headers: mergeHeaders(example.headers ?? {}, common) }
  }

  function deliver(
    validated: ValidatedRequest,
    message: IncomingMessage,
    common: HeaderRecord,
    result: Answer | InjectedAnswer,
  ): OutgoingMessage {
    const { operation, call, rejection } = validated
    const injected = isInjected(result) ? result : undefined
    const raw = isInjected(result) ? result.answer : result
    const answer = raw && { ...raw, headers: mergeHeaders(common, raw.headers) }
    if (answer) check(validated, answer)
    const intended = answer && serialize(answer)
    const sent = withoutBodyFor(message.method, injected ? injected.send(intended) : intended)
    if (sent === undefined) throw new TypeError('There is neither a response nor an injected fault.')
    observe({
      message,
      operation: rejection?.reason === 'method' ? undefined : operation,
      call,
      rejection,
      answer,
      injection: injected?.injection,
      sent,
    })
    return sent
  }

  return {
    locate: (method, url) => knownTarget(method, url, false),
    locateAnywhere: (method, url) => knownTarget(method, url, true),
    respond: async (message) => {
      try {
        const validated = await validateRequest(route(pathOf(message.target)), message, accept)
        const common = headers(message)
        const result = await resultOf(validated, message, common)
        const sent = deliver(validated, message, common, result)
        if (isInjected(result)) await result.wait?.()
        return sent
      } catch (error) {
        fail(message, error)
        throw error
      }
    },
  }
}

/** The response to HEAD is the response to GET without its body (RFC 9110, section 9.3.2). */
function withoutBodyFor(method: string, sent: OutgoingMessage | undefined): OutgoingMessage | undefined {
  if (method !== 'HEAD' || sent?.body === undefined) return sent
  const { body: _, ...head } = sent
  return head
}

/** HTTP may require a rejection with a status that the contract does not declare: such a response is not checked. */
function check({ operation, call }: ValidatedRequest, answer: Answer): void {
  if (operation && (call || responseFor(operation, answer.status))) checkAnswer(operation, answer)
}
