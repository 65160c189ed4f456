import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import type { Answer, InjectedAnswer } from '../contract/answer.ts'
import type { Call } from '../contract/validate-request.ts'
import type { Clock } from '../time/clock.ts'

/** The parts of its mock that an injected fault can use. */
export interface InjectionContext {
  /** Lets the service handle the call, and returns its response. */
  readonly usual: () => Promise<Answer>
  /** The fault catalogue, for responses with a fault of the service. */
  readonly faults: FaultCatalogue
  /** The mock's clock, for faults that take time. */
  readonly clock: Clock
}

/** A fault to inject. `faults` has one for every common failure. */
export interface InjectedFault {
  /** Names the fault in messages and in the request journal. */
  readonly name: string
  /**
   * Validates the fault when it is injected.
   *
   * @throws MockUsageError
   */
  readonly check?: (faults: FaultCatalogue) => void
  /** Responds to a call that the fault hits. */
  readonly apply: (call: Call, tools: InjectionContext) => Answer | InjectedAnswer | Promise<Answer | InjectedAnswer>
}
