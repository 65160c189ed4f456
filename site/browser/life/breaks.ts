import { faults, type InjectedFault, type InjectionOptions } from '@partner-upgrades/mocks/core'

/** A place where the connection can break. */
export interface Break {
  readonly name: string
  readonly title: string
  /** The fault, and the calls that it hits; undefined if nothing breaks. */
  readonly fault: readonly [InjectedFault, InjectionOptions] | undefined
  /**
   * After how many milliseconds, by the clock of the simulation, a connection without an answer is closed.
   * @default never: the client's own time limit is one of real time
   */
  readonly closesAfter?: number
}

const create: InjectionOptions = { operation: 'createProductUpgrade' }

/** Nowhere first, then in the order of an upgrade's life. */
export const breaks: readonly Break[] = [
  { name: 'none', title: 'nowhere', fault: undefined },
  {
    name: 'eligibility',
    title: 'during the check of eligibility',
    fault: [faults.dropped(), { operation: 'checkProductUpgradeEligibility' }],
  },
  { name: 'before', title: 'before the create reaches the service', fault: [faults.dropped(), create] },
  {
    name: 'after',
    title: 'after the create was accepted, before the answer',
    fault: [faults.acceptedThenDropped(), create],
  },
  {
    name: 'silence',
    title: 'a minute after the create, which is accepted and never answered',
    fault: [faults.acceptedThenStalled(), create],
    closesAfter: 60_000,
  },
  {
    name: 'gateway',
    title: 'at a gateway, which answers the create with 504',
    fault: [faults.acceptedThenTimedOut(), create],
  },
  {
    name: 'throttled',
    title: 'never, but the create is throttled',
    fault: [faults.throttled({ retryAfter: 57 }), create],
  },
  {
    name: 'status',
    title: 'while the upgrade is followed',
    fault: [faults.dropped(), { operation: 'getProductUpgradeStatus', nth: 3 }],
  },
]
