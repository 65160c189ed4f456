import type { OutgoingMessage } from '../contract/message.ts'
import type { Clock } from '../time/clock.ts'
import type { InjectedFault } from './injected-fault.ts'

/** A fault that responds in place of the service, which never sees the request. */
export function instead(name: string, message: OutgoingMessage): InjectedFault {
  return { name, apply: () => ({ injection: name, send: () => message }) }
}

/** A fault that changes the response of the service, or delays it. The service handles the call at once. */
export function after(
  name: string,
  change: (intended: OutgoingMessage) => OutgoingMessage,
  delay?: (clock: Clock) => Promise<void>,
): InjectedFault {
  return {
    name,
    apply: async (_, { usual, clock }) => ({
      injection: name,
      answer: await usual(),
      send: (intended = { status: 500, headers: {} }) => change(intended),
      ...(delay && { wait: () => delay(clock) }),
    }),
  }
}
