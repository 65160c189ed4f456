import type { Contract, Operation } from '@partner-upgrades/spec'
import { type Answer, type DisturbedAnswer, isDisturbed } from './answer.ts'
import { checkAnswer } from './check-answer.ts'
import type { AcceptCredential } from './credentials.ts'
import { type Call, type Examined, examine } from './examine.ts'
import { exampleAnswer } from './example-answer.ts'
import { type HeaderRecord, mergeHeaders } from './headers.ts'
import type { IncomingMessage, OutgoingMessage } from './message.ts'
import { parsePrefer } from './prefer.ts'
import type { Rejection } from './rejection.ts'
import { responseFor } from './responses.ts'
import { serialize } from './serialize.ts'
import { createSites, type Place } from './sites.ts'
import { pathOf } from './target.ts'

/** What a call does and gives back. Undefined: answer with the contract's example. */
export type Resolver = (call: Call) => Resolved | Promise<Resolved>

/** What may come of a call. */
export type Resolved = Answer | DisturbedAnswer | undefined

/** A request together with its answer. */
export interface Observation {
  readonly message: IncomingMessage
  /** Undefined where the path has no such method. */
  readonly operation: Operation | undefined
  /** Undefined where the request was turned away. */
  readonly call: Call | undefined
  readonly rejection: Rejection | undefined
  /** What the mock answers; undefined where a disturbance kept the request from it. */
  readonly answer: Answer | undefined
  /** What went wrong on purpose, by name. */
  readonly disturbance: string | undefined
  readonly sent: OutgoingMessage
}

/** What turns a contract into something that answers. */
export interface ContractMockOptions {
  readonly contract: Contract
  /**
   * Base URLs to answer at, beside the contract's servers.
   * @default []
   */
  readonly baseUrls?: readonly string[]
  /** How the service turns a request away. For a path outside the contract there is no operation. */
  readonly reject: (rejection: Rejection, operation: Operation | undefined) => Answer
  /** The behaviour of the operations; by default each answers with its example. */
  readonly resolve?: Resolver
  /** Whether a credential is good; every one is by default. */
  readonly accept?: AcceptCredential
  /** Headers that every answer carries unless it brings its own. */
  readonly headers?: (message: IncomingMessage) => HeaderRecord
  /** Is told of each exchange. */
  readonly observe?: (observation: Observation) => void
  /** Is told of each request that could not be answered, and why. */
  readonly fail?: (message: IncomingMessage, error: unknown) => void
  /** Is told of each request below a base URL for a path that the contract does not have. */
  readonly miss?: (method: string, url: string) => void
}

/** The contract layer: answers requests as a contract says. */
export interface ContractMock {
  /**
   * The path and query of a URL below one of the base URLs, if the contract has that path, for any method; else undefined.
   * The method is only for telling of a request that was missed.
   */
  readonly locate: (method: string, url: string) => string | undefined
  /** The same, whatever the URL's origin: for a server or function that was itself addressed. */
  readonly locateAnywhere: (method: string, url: string) => string | undefined
  /**
   * Answers a request; one whose target is outside the contract is turned away with 404.
   *
   * @throws ContractViolation if the answer would break the contract.
   * @throws MockUsageError if the request's `Prefer` asks for an answer that does not exist.
   */
  readonly respond: (message: IncomingMessage) => Promise<OutgoingMessage>
}

/**
 * Compiles a contract into a mock of it. Requests are examined before they get to a behaviour, answers are checked as
 * they leave.
 *
 * @throws TypeError if a base URL is none.
 */
export function createContractMock(options: ContractMockOptions): ContractMock {
  const { contract, reject, resolve = () => undefined, accept = () => true } = options
  const { headers = () => ({}), observe = () => {}, fail = () => {}, miss = () => {} } = options
  const { route, locate, locateAnywhere } = createSites(contract, options.baseUrls ?? [])

  function known(method: string, url: string, place: Place | undefined): string | undefined {
    if (place?.known) return place.target
    if (place) miss(method, url)
    return undefined
  }

  async function resultOf(
    { operation, call, rejection }: Examined,
    message: IncomingMessage,
    common: HeaderRecord,
  ): Promise<Answer | DisturbedAnswer> {
    if (rejection !== undefined) return reject(rejection, operation)
    const preference = parsePrefer(message.header('prefer'))
    const result = preference === undefined ? await resolve(call) : undefined
    if (result !== undefined) return result
    const example = exampleAnswer(operation, preference ?? {}, message.header('accept'))
    // An example's ids and dates are those of another exchange: this one's own come before them.
    return { ...example, headers: mergeHeaders(example.headers ?? {}, common) }
  }

  function deliver(
    examined: Examined,
    message: IncomingMessage,
    common: HeaderRecord,
    result: Answer | DisturbedAnswer,
  ): OutgoingMessage {
    const { operation, call, rejection } = examined
    const disturbed = isDisturbed(result) ? result : undefined
    const raw = isDisturbed(result) ? result.answer : result
    const answer = raw && { ...raw, headers: mergeHeaders(common, raw.headers) }
    if (answer) check(examined, answer)
    const intended = answer && serialize(answer)
    const sent = disturbed ? disturbed.send(intended) : intended
    if (sent === undefined) throw new TypeError('There is neither an answer nor a disturbance.')
    observe({
      message,
      operation: rejection?.reason === 'method' ? undefined : operation,
      call,
      rejection,
      answer,
      disturbance: disturbed?.disturbance,
      sent,
    })
    return sent
  }

  return {
    locate: (method, url) => known(method, url, locate(url)),
    locateAnywhere: (method, url) => known(method, url, locateAnywhere(url)),
    respond: async (message) => {
      try {
        const examined = await examine(route(pathOf(message.target)), message, accept)
        const common = headers(message)
        const result = await resultOf(examined, message, common)
        const sent = deliver(examined, message, common, result)
        if (isDisturbed(result)) await result.wait?.()
        return sent
      } catch (error) {
        fail(message, error)
        throw error
      }
    },
  }
}

/** What a contract does not declare, HTTP may still demand of a rejection: such a one goes out unchecked. */
function check({ operation, call }: Examined, answer: Answer): void {
  if (operation && (call || responseFor(operation, answer.status))) checkAnswer(operation, answer)
}
