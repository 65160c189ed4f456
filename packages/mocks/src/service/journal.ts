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

/** An entry that is not written yet. Most never are: nobody reads them. */
type Draft = () => JournalEntry

/** A journal of the latest `limit` exchanges, oldest first. */
export function createJournal(limit: number): Journal {
  // A ring: once it is full, the newest takes the place of the oldest, which is where the next one goes.
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

function toDraft({ message, operation, call, rejection, answer, disturbance, sent }: Observation, at: number): Draft {
  // Neither the message nor the call: they would keep all of a request for as long as the draft lives.
  const { method, target, headers } = message
  const body = call?.body
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
      customerId: textOf(body, 'customerId'),
      requestId: all.get('ms-requestid'),
      correlationId: all.get('ms-correlationid'),
      headers: Object.fromEntries([...all].filter(([name]) => !secrets.has(name))),
      body,
      status,
      faultCode,
      disturbance,
      inferred,
      rejected: rejection && describeRejection(rejection),
    }
  }
}

function textOf(body: unknown, property: string): string | undefined {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, property)) return undefined
  const value: unknown = Reflect.get(body, property)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
