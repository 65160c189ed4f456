import { faults, type InjectedFault, type InjectionOptions } from '@partner-upgrades/mocks/core'

/** A point at which the connection can break. */
export interface Break {
  readonly name: string
  readonly title: string
  /** The fault, and the calls that it applies to; undefined if nothing breaks. */
  readonly fault: readonly [InjectedFault, InjectionOptions] | undefined
  /**
   * Closes a connection without a response after this many milliseconds of simulated time.
   * @default never: the client's own time limit runs on real time
   */
  readonly closesAfter?: number
}

const create: InjectionOptions = { operation: 'createProductUpgrade' }

/** All breaks: none first, then in the order of an upgrade's life. */
export const breaks: readonly Break[] = [
  { name: 'none', title: 'nowhere', fault: undefined },
  {
    name: 'eligibility',
    title: 'during the eligibility check',
    fault: [faults.dropped(), { operation: 'checkProductUpgradeEligibility' }],
  },
  { name: 'before', title: 'before the create reaches the service', fault: [faults.dropped(), create] },
  {
    name: 'after',
    title: 'after the create was accepted, before the response',
    fault: [faults.acceptedThenDropped(), create],
  },
  {
    name: 'silence',
    title: 'a minute after the create, which is accepted but gets no response',
    fault: [faults.acceptedThenStalled(), create],
    closesAfter: 60_000,
  },
  {
    name: 'gateway',
    title: 'at a gateway, which responds to the create with 504',
    fault: [faults.acceptedThenTimedOut(), create],
  },
  {
    name: 'throttled',
    title: 'never, but the create is throttled',
    fault: [faults.throttled({ retryAfter: 57 }), create],
  },
  {
    name: 'status',
    title: 'while the client follows the upgrade',
    fault: [faults.dropped(), { operation: 'getProductUpgradeStatus', nth: 3 }],
  },
]
