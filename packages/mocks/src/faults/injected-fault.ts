import type { Answer, DisturbedAnswer } from '../contract/answer.ts'
import type { Call } from '../contract/examine.ts'
import type { Faults } from '../service/faults.ts'
import type { Clock } from '../time/clock.ts'

/** What a fault can use of the mock it was put into. */
export interface FaultTools {
  /** Lets the service do its work, and returns what it would answer. */
  readonly usual: () => Promise<Answer>
  readonly faults: Faults
  readonly clock: Clock
}

/** Something that goes wrong on purpose. */
export interface InjectedFault {
  readonly name: string
  /**
   * Says at once, when it is put in, what would be wrong when it hits.
   *
   * @throws MockUsageError
   */
  readonly check?: (faults: Faults) => void
  readonly apply: (call: Call, tools: FaultTools) => Answer | DisturbedAnswer | Promise<Answer | DisturbedAnswer>
}
