import type { Observation } from '../contract/contract-mock.ts'
import { describeRejection } from '../contract/rejection.ts'

/** A request the mock was sent, and what it answered. It never holds a token. */
export interface JournalEntry {
  /** When, by the mock's clock: milliseconds since 1970 in UTC. */
  readonly at: number
  readonly method: string
  /** Path and query, after the base URL. */
  readonly target: string
  /** The operation's id; undefined where the path has no such method. */
  readonly operation: string | undefined
  /** As the body says it. */
  readonly customerId: string | undefined
  readonly requestId: string | undefined
  readonly correlationId: string | undefined
  /** Names in lower case; credentials and cookies are left out. */
  readonly headers: Readonly<Record<string, string>>
  /** Undefined where the request was turned away. */
  readonly body: unknown
  /** The status answered; 0 where no answer was sent. */
  readonly status: number
  /** The code of the fault answered. */
  readonly faultCode: string | undefined
  /** What went wrong on purpose, by name. */
  readonly disturbance: string | undefined
  /** Which part of the answer no documentation backs. */
  readonly inferred: string | undefined
  /** Why the contract turned the request away. */
  readonly rejected: string | undefined
}

/** A bounded record of exchanges. */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  record(observation: Observation, at: number): void
  clear(): void
}

const secrets: ReadonlySet<string> = new Set(['authorization', 'proxy-authorization', 'cookie'])

/** A journal of the latest `limit` exchanges, oldest first. */
export function createJournal(limit: number): Journal {
  let entries: JournalEntry[] = []
  return {
    get entries() {
      return entries.length > limit ? entries.slice(-limit) : entries
    },
    record: (observation, at) => {
      // Trimming now and then costs less than moving everything up each time.
      if (entries.length >= 2 * limit) entries = entries.slice(entries.length - limit + 1)
      entries.push(toEntry(observation, at))
    },
    clear: () => {
      entries = []
    },
  }
}

function toEntry(observation: Observation, at: number): JournalEntry {
  const { message, operation, call, rejection, answer, disturbance, sent } = observation
  // Not the message itself: that would keep its body, and all of a request, for as long as the entry lives.
  const { method, target, headers } = message
  return {
    at,
    method,
    target,
    operation: operation?.id,
    customerId: textOf(call?.body, 'customerId'),
    requestId: message.header('ms-requestid') ?? undefined,
    correlationId: message.header('ms-correlationid') ?? undefined,
    // Most tests never look at them, and reading them all is dear.
    get headers() {
      return safeHeaders(headers())
    },
    body: call?.body,
    status: sent.status,
    faultCode: textOf(answer?.body, 'code'),
    disturbance,
    inferred: answer?.inferred,
    rejected: rejection && describeRejection(rejection),
  }
}

function safeHeaders(headers: Iterable<readonly [string, string]>): Record<string, string> {
  return Object.fromEntries([...headers].filter(([name]) => !secrets.has(name)))
}

function textOf(body: unknown, property: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, property)) return undefined
  const value: unknown = Reflect.get(body, property)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
