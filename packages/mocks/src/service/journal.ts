import type { Fault } from '@partner-upgrades/spec'
import type { Observation } from '../contract/contract-mock.ts'
import { describeRejection } from '../contract/rejection.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'

/** A request and its response. It never contains a token. */
export interface JournalEntry {
  /** When the request arrived, by the mock's clock: milliseconds since 1970 in UTC. */
  readonly at: number
  /** HTTP method, in upper case. */
  readonly method: string
  /** Path and query, after the base URL. */
  readonly target: string
  /** The operation's ID; undefined if the path has no such method. */
  readonly operation: string | undefined
  /** The customer that the request is about, by its path or body. */
  readonly customerId: string | undefined
  /** The request's `MS-RequestId`. */
  readonly requestId: string | undefined
  /** The request's `MS-CorrelationId`. */
  readonly correlationId: string | undefined
  /** Names in lower case; credentials and cookies are left out. */
  readonly headers: Readonly<Record<string, string>>
  /** The parsed body; undefined if the request was rejected. */
  readonly body: unknown
  /** The HTTP status of the response; 0 if none was sent. */
  readonly status: number
  /** The fault code of the response. */
  readonly faultCode: string | undefined
  /** The name of the injected fault that changed the response. */
  readonly injection: string | undefined
  /** The part of the response that no documentation backs. */
  readonly inferred: string | undefined
  /** Why the request was rejected. */
  readonly rejected: string | undefined
}

/** A bounded record of exchanges. */
export interface Journal {
  /** The recorded exchanges, oldest first. */
  readonly entries: readonly JournalEntry[]
  /** Adds an exchange at a time in milliseconds since 1970; when the journal is full, the oldest is dropped. */
  record(observation: Observation, at: number): void
  /** Removes every entry. */
  clear(): void
}

const secrets: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/** An entry that is built when it is first read. Most never are. */
type Draft = () => JournalEntry

/** A journal of the latest `limit` exchanges, oldest first. */
export function createJournal(limit: number): Journal {
  // A ring buffer: once it is full, each entry overwrites the oldest one, at `next`.
  let ring: (Draft | JournalEntry)[] = []
  let next = 0
  return {
    get entries() {
      const written = ring.map((entry) => (typeof entry === 'function' ? entry() : entry))
      ring = written
      return [...written.slice(next), ...written.slice(0, next)]
    },
    record: (observation, at) => {
      ring[next] = toDraft(observation, at)
      next = (next + 1) % limit
    },
    clear: () => {
      ring = []
      next = 0
    },
  }
}

function toDraft({ message, operation, call, rejection, answer, injection, sent }: Observation, at: number): Draft {
  // The draft must capture neither the message nor the call: they would retain the whole request for as long as it lives.
  const { method, target, headers } = message
  const body = call?.body
  const customerId = call && customerOfCall(call)
  const { status } = sent
  const faultCode = textOf(answer?.body, 'code')
  const inferred = answer?.inferred
  return () => {
    const all = new Map(headers())
    return {
      at,
      method,
      target,
      operation: operation?.id,
      customerId,
      requestId: all.get('ms-requestid'),
      correlationId: all.get('ms-correlationid'),
      headers: Object.fromEntries([...all].filter(([name]) => !secrets.has(name))),
      body,
      status,
      faultCode,
      injection,
      inferred,
      rejected: rejection && describeRejection(rejection),
    }
  }
}

function textOf(body: unknown, property: keyof Fault): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, property)) return undefined
  const value: unknown = Reflect.get(body, property)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
