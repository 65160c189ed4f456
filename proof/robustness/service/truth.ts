import { randomUUID } from 'node:crypto'
import type { Behaviour } from './behaviour.ts'

export type Operation = 'eligibility' | 'create' | 'status'

/** An upgrade that the service made. */
export interface Commit {
  readonly upgradeId: string
  /** When, in real milliseconds since 1970. */
  readonly at: number
  readonly requestId: string
  /** By which create of the customer, counted from 1. */
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
  /** The answer in a word, such as `202`, `cut`, or `lost` for a request that the service never saw; absent until there is one. */
  answer?: string
  /** Whether the answer was right and named the customer's upgrade. */
  named?: boolean
  /** Whether it was answered with something in place of the right answer. */
  odd?: boolean
}

/** What really happened to one customer. */
export interface CustomerTruth {
  readonly customerId: string
  readonly behaviour: Behaviour
  /** The upgrade from before. */
  readonly existing?: string
  readonly commits: Commit[]
  readonly received: Received[]
}

/** What really happened to all customers, by their IDs. */
export type Truth = ReadonlyMap<string, CustomerTruth>

/** The beginning: nothing has happened yet. */
export function createTruth(behaviours: ReadonlyMap<string, Behaviour>): Truth {
  return new Map(
    [...behaviours].map(([customerId, behaviour]) => [
      customerId,
      { customerId, behaviour, commits: [], received: [], ...(behaviour.existing && { existing: randomUUID() }) },
    ]),
  )
}

/** Makes an upgrade, whether there is one already or not. */
export function commit(customer: CustomerTruth, at: number, requestId: string, upgradeId: string): void {
  customer.commits.push({ upgradeId, at, requestId, attempt: creates(customer) })
}

/** How many creates the service got. */
export function creates({ received }: CustomerTruth): number {
  return received.filter(({ operation, answer }) => operation === 'create' && answer !== 'lost').length
}

/** The upgrades that the service shows at a time, the oldest first. */
export function visible(
  { existing, commits, behaviour: { sight = 0 } }: CustomerTruth,
  now: number,
): readonly string[] {
  const shown = commits.filter(({ at }) => at + sight <= now).map(({ upgradeId }) => upgradeId)
  return existing === undefined ? shown : [existing, ...shown]
}
