import type { Answer, DisturbedAnswer } from '../contract/answer.ts'
import { UndocumentedAnswer } from '../contract/errors.ts'
import type { Call } from '../contract/examine.ts'
import { exampleAnswer } from '../contract/example-answer.ts'
import type { Injections } from '../faults/injections.ts'
import type { Random } from '../random/random.ts'
import type { Clock } from '../time/clock.ts'
import type { Faults } from './faults.ts'
import type { Overrides } from './overrides.ts'
import type { Operate } from './service.ts'
import type { Throttle } from './throttle.ts'
import { throttledAnswer } from './throttled-answer.ts'
import { makeUnkind } from './unkind.ts'

/** Everything that has a say in what comes of a call. */
export interface BehaviourParts {
  readonly injections: Injections
  readonly overrides: Overrides
  readonly throttle: Throttle
  /** What operations do, by operation id; one that is not there answers with its example. */
  readonly service: Readonly<Record<string, Operate>>
  readonly faults: Faults
  readonly clock: Clock
  readonly random: Random
  readonly documentedOnly: boolean
  readonly unkind: boolean
}

/** What comes of a call, at once where nothing has to be waited for. */
export type Behave = (call: Call) => Answer | DisturbedAnswer | Promise<Answer | DisturbedAnswer>

/** What comes of a call: a fault that was put in, else throttling, else an override, else what the service does. */
export function createBehaviour(parts: BehaviourParts): Behave {
  const { injections, overrides, throttle, service, faults, clock, random } = parts

  function usual(call: Call): Answer | Promise<Answer> {
    const seconds = throttle(call.operation.id, String(Object(call.body).customerId))
    if (seconds !== undefined) return throttledAnswer(call.operation, seconds)
    return overrides.run(call, () => serve(call))
  }

  function serve(call: Call): Answer {
    const { operation, message } = call
    const answer = service[operation.id]?.(call) ?? exampleAnswer(operation, {}, message.header('accept'))
    refuseInferred(operation.id, answer, parts.documentedOnly)
    return parts.unkind ? makeUnkind(answer, random) : answer
  }

  return (call) => {
    const injected = injections.take(call)
    return injected === undefined
      ? usual(call)
      : injected.apply(call, { usual: async () => usual(call), faults, clock })
  }
}

/**
 * Keeps an answer back that rests on inference.
 *
 * @throws UndocumentedAnswer
 */
export function refuseInferred(operation: string, { status, inferred }: Answer, documentedOnly: boolean): void {
  if (documentedOnly && inferred !== undefined) throw new UndocumentedAnswer(operation, status, inferred)
}
