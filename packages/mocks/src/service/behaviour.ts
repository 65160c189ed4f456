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
import type { Overrides } from './overrides.ts'
import { varyAnswer } from './response-variation.ts'
import type { Throttle } from './throttle.ts'

/** Everything that has a say in what comes of a call. */
export interface BehaviourParts {
  /** Faults injected by the test. */
  readonly injections: Injections
  /** Operations replaced by the test. */
  readonly overrides: Overrides
  /** Counts calls against the limits. */
  readonly throttle: Throttle
  /** What operations do, by operation id; one that is not there answers with its example. */
  readonly service: Readonly<Record<string, ((call: Call) => Answer) | undefined>>
  /** The fault catalogue. */
  readonly faults: FaultCatalogue
  /** The mock's clock. */
  readonly clock: Clock
  /** Randomness drawn from the mock's seed. */
  readonly random: Random
  /** Whether to refuse answers that rest on inference. */
  readonly documentedOnly: boolean
  /** Whether to vary what the documentation leaves open. */
  readonly varyResponses: boolean
}

/** What comes of a call, at once where nothing has to be waited for. */
export type Behave = (call: Call) => Answer | InjectedAnswer | Promise<Answer | InjectedAnswer>

/** What comes of a call: a fault that was put in, else throttling, else an override, else what the service does. */
export function createBehaviour(parts: BehaviourParts): Behave {
  const { injections, overrides, throttle, service, faults, clock, random } = parts

  function usual(call: Call): Answer | Promise<Answer> {
    const seconds = throttle(call.operation.id, customerOfCall(call) ?? '')
    if (seconds !== undefined) return throttledAnswer(call.operation, seconds)
    return overrides.run(call, () => serve(call))
  }

  function serve(call: Call): Answer {
    const { operation, message } = call
    const answer = service[operation.id]?.(call) ?? exampleOf(operation, message.header('accept'))
    refuseInferred(operation.id, answer, parts.documentedOnly)
    return parts.varyResponses ? varyAnswer(answer, random) : answer
  }

  return (call) => {
    const injected = injections.take(call)
    return injected === undefined
      ? usual(call)
      : injected.apply(call, { usual: async () => usual(call), faults, clock })
  }
}

/** What an operation answers that the service does not know: an example, with the ids of this exchange. */
function exampleOf(operation: Operation, accept: string | null): Answer {
  const example = exampleAnswer(operation, {}, accept)
  return { ...example, headers: withoutCorrelation(example.headers) }
}

/**
 * Keeps an answer back that rests on inference.
 *
 * @throws UndocumentedAnswer
 */
export function refuseInferred(operation: string, { status, inferred }: Answer, documentedOnly: boolean): void {
  if (documentedOnly && inferred !== undefined) throw new UndocumentedAnswer(operation, status, inferred)
}
