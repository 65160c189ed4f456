import type { Answer } from './answers.ts'

/** How the service handles one create. */
export interface Creation {
  /** Milliseconds until it makes the upgrade; absent if it never does. */
  readonly commit?: number
  /** Milliseconds until it responds. @default 0 */
  readonly wait?: number
  /** Returns the response, given the upgrade that the create makes or would make, and the customer's earlier upgrade. */
  readonly answer: (upgradeId: string, existing?: string) => Answer
}

/** A request for eligibility or status. */
export interface Look {
  readonly operation: 'eligibility' | 'status'
  readonly customerId: string
  /** The number of earlier requests to the same operation. */
  readonly before: number
  /** The upgrade that a normal response would show. */
  readonly upgradeId?: string
}

/** The behaviour of the service for one customer. By default it does everything correctly and immediately. */
export interface Behaviour {
  /** The name in the tables. */
  readonly name: string
  /** Milliseconds from making an upgrade until eligibility and status show it. @default 0 */
  readonly sight?: number
  /** How the customer's creates are handled; attempts are counted from 1. */
  readonly create?: (attempt: number) => Creation | undefined
  /** Returns a response to eligibility or status in place of the normal one. */
  readonly look?: (look: Look) => Answer | undefined
  /** Whether the customer already has an upgrade. */
  readonly existing?: boolean
  /** How upgrades end. @default 'Completed' */
  readonly end?: 'Completed' | 'Failed'
  /** Whether the customer is eligible again after a failed upgrade. @default false */
  readonly eligibleAgain?: boolean
}

/** Times that behaviours depend on, in milliseconds of real time. */
export interface Timing {
  /** The settling time that is passed to the programs. */
  readonly settle: number
  /** The longest time from a create to showing its upgrade. */
  readonly lag: number
}
