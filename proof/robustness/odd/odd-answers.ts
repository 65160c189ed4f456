import type { Behaviour } from '../service/behaviour.ts'
import { oddBodies } from './bodies.ts'
import { oddFields } from './fields.ts'
import { oddFraming } from './framing.ts'
import { oddHeaders } from './headers.ts'
import type { OddAnswer } from './odd-answer.ts'

/** All unusual responses. */
export const oddAnswers: readonly OddAnswer[] = [...oddFields, ...oddBodies, ...oddHeaders, ...oddFraming]

/** An unusual response to one of its operations. */
export interface OddCase {
  readonly odd: OddAnswer
  readonly operation: OddAnswer['operations'][number]
}

/** All unusual responses to all of their operations. */
export const oddCases: readonly OddCase[] = oddAnswers.flatMap((odd) =>
  odd.operations.map((operation) => ({ odd, operation })),
)

/** Returns the behaviour of a service with an unusual response to one operation. */
export function oddBehaviour({ odd, operation }: OddCase): Behaviour {
  const { times = 1, idle = false, existing = false } = odd
  const name = `${operation}: ${odd.name}`
  if (operation !== 'create') {
    return {
      name,
      existing,
      look: ({ operation: asked, customerId, before, upgradeId = customerId }) =>
        asked === operation && before < times ? odd.answer({ customerId, upgradeId }) : undefined,
    }
  }
  return {
    name,
    create(attempt) {
      if (attempt > times) return undefined
      return { ...(!idle && { commit: 0 }), answer: (upgradeId) => odd.answer({ customerId: upgradeId, upgradeId }) }
    },
  }
}
