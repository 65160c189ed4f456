import type { Answer } from './answers.ts'

/** What the service does with one create. */
export interface Creation {
  /** Milliseconds until it makes the upgrade; absent if it never does. */
  readonly commit?: number
  /** Milliseconds until it answers. @default 0 */
  readonly wait?: number
  /** The answer, given the upgrade that the create makes or would make, and the one that the customer had before. */
  readonly answer: (upgradeId: string, existing?: string) => Answer
}

/** A request for eligibility or status. */
export interface Look {
  readonly operation: 'eligibility' | 'status'
  readonly customerId: string
  /** How many requests for the same there were before. */
  readonly before: number
  /** The upgrade that a well-behaved answer would show. */
  readonly upgradeId?: string
}

/** How the service behaves for one customer. By default it does everything right and at once. */
export interface Behaviour {
  /** The name in the tables. */
  readonly name: string
  /** Milliseconds from making an upgrade until eligibility and status show it. @default 0 */
  readonly sight?: number
  /** What happens to the customer's first create, second create and so on, counted from 1. */
  readonly create?: (attempt: number) => Creation | undefined
  /** An answer to eligibility or status in place of the right one. */
  readonly look?: (look: Look) => Answer | undefined
  /** Whether the customer has an upgrade from before. */
  readonly existing?: boolean
  /** How upgrades end. @default 'Completed' */
  readonly end?: 'Completed' | 'Failed'
  /** Whether the customer is eligible again after a failed upgrade. @default false */
  readonly eligibleAgain?: boolean
}

/** Times that behaviours depend on, in milliseconds of real time. */
export interface Timing {
  /** The settling time that the programs are told. */
  readonly settle: number
  /** The longest time from a create to showing its upgrade. */
  readonly lag: number
}
