import type { Operation } from '@partner-upgrades/spec'
import type { FaultCatalogue } from '../catalogue/fault-catalogue.ts'
import { throttledAnswer } from '../catalogue/throttled-answer.ts'
import type { Answer, InjectedAnswer } from '../contract/answer.ts'
import { UndocumentedAnswer } from '../contract/errors.ts'
import { exampleAnswer } from '../contract/example-answer.ts'
import type { Call } from '../contract/validate-request.ts'
import { customerOfCall } from '../customers/customer-of-call.ts'
import type { Injections } from '../injections/injections.ts'
import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import { withoutCorrelation } from './correlation.ts'
import type { PartnerCenterMockOptions } from './options.ts'
import type { Overrides } from './overrides.ts'
import { varyAnswer } from './response-variation.ts'
import type { Throttle } from './throttle.ts'

/** The parts that decide the response to a call. */
export interface BehaviourParts {
  /** Faults injected by the test. */
  readonly injections: Injections
  /** Operations replaced by the test. */
  readonly overrides: Overrides
  /** Counts calls against the limits. */
  readonly throttle: Throttle
  /** Handlers by operation ID; an operation without a handler responds with its example. */
  readonly service: Readonly<Record<string, ((call: Call) => Answer) | undefined>>
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
  /** The mock's clock. */
  readonly clock: Clock
  /** Applies the options to a response of the service. */
  readonly complete: Complete
}

/** Returns the response to a call, synchronously if there is nothing to wait for. */
export type Behave = (call: Call) => Answer | InjectedAnswer | Promise<Answer | InjectedAnswer>

/** Decides the response to a call: an injected fault first, then throttling, then an override, then the simulated service. */
export function createBehaviour(parts: BehaviourParts): Behave {
  const { injections, overrides, throttle, service, faults, clock, complete } = parts

  function usual(call: Call): Answer | Promise<Answer> {
    const seconds = throttle(call.operation.id, customerOfCall(call) ?? '')
    if (seconds !== undefined) return throttledAnswer(call.operation, seconds)
    return overrides.run(call, () => serve(call))
  }

  function serve(call: Call): Answer {
    const { operation, message } = call
    return complete(operation.id, service[operation.id]?.(call) ?? exampleOf(operation, message.header('accept')))
  }

  return (call) => {
    const injected = injections.take(call)
    return injected === undefined
      ? usual(call)
      : injected.apply(call, { usual: async () => usual(call), faults, clock })
  }
}

/** The response of an operation that the service does not simulate: an example, with the IDs of this exchange. */
function exampleOf(operation: Operation, accept: string | null): Answer {
  const example = exampleAnswer(operation, {}, accept)
  return { ...example, headers: withoutCorrelation(example.headers) }
}

/**
 * Applies the options to a response of the service.
 *
 * @throws UndocumentedAnswer if the response is inferred and `documentedOnly` is set.
 */
export type Complete = (operation: string, answer: Answer) => Answer

/** Applies the options: withholds inferred responses (`documentedOnly`) and varies what the documentation leaves open (`varyResponses`). */
export function createComplete(
  {
    documentedOnly = false,
    varyResponses = false,
  }: Pick<PartnerCenterMockOptions<Clock>, 'documentedOnly' | 'varyResponses'>,
  random: Random,
): Complete {
  return (operation, answer) => {
    const { status, inferred } = answer
    if (documentedOnly && inferred !== undefined) throw new UndocumentedAnswer(operation, status, inferred)
    return varyResponses ? varyAnswer(answer, random) : answer
  }
}
