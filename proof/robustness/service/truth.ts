import { randomUUID } from 'node:crypto'
import type { Behaviour } from './behaviour.ts'

export type Operation = 'eligibility' | 'create' | 'status'

/** An upgrade that the service made. */
export interface Commit {
  readonly upgradeId: string
  /** When it was made, in real milliseconds since 1970. */
  readonly at: number
  readonly requestId: string
  /** The number of the customer's create that made it, counted from 1. */
  readonly attempt: number
}

/** A request that the service got. */
export interface Received {
  readonly operation: Operation
  readonly at: number
  readonly requestId: string
  readonly correlationId: string
  /** The name of the process that sent it. */
  readonly sender: string
  /** The response in a word, such as `202`, `cut`, or `lost` for a request that the service never saw; absent until there is one. */
  answer?: string
  /** Whether the response was correct and named the customer's upgrade. */
  named?: boolean
  /** Whether the response replaced the correct one. */
  odd?: boolean
}

/** What really happened to one customer. */
export interface CustomerTruth {
  readonly customerId: string
  readonly behaviour: Behaviour
  /** The upgrade that the customer had at the start. */
  readonly existing?: string
  readonly commits: Commit[]
  readonly received: Received[]
}

/** What really happened to all customers, by their IDs. */
export type Truth = ReadonlyMap<string, CustomerTruth>

/** Creates the initial truth, before any request. */
export function createTruth(behaviours: ReadonlyMap<string, Behaviour>): Truth {
  return new Map(
    [...behaviours].map(([customerId, behaviour]) => [
      customerId,
      { customerId, behaviour, commits: [], received: [], ...(behaviour.existing && { existing: randomUUID() }) },
    ]),
  )
}

/** Makes an upgrade, even if there already is one. */
export function commit(customer: CustomerTruth, at: number, requestId: string, upgradeId: string): void {
  customer.commits.push({ upgradeId, at, requestId, attempt: creates(customer) })
}

/** Returns the number of creates that the service got. */
export function creates({ received }: CustomerTruth): number {
  return received.filter(({ operation, answer }) => operation === 'create' && answer !== 'lost').length
}

/** Returns the upgrades that the service shows at a given time, oldest first. */
export function visible(
  { existing, commits, behaviour: { sight = 0 } }: CustomerTruth,
  now: number,
): readonly string[] {
  const shown = commits.filter(({ at }) => at + sight <= now).map(({ upgradeId }) => upgradeId)
  return existing === undefined ? shown : [existing, ...shown]
}
