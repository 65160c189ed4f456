import { MockUsageError } from '../contract/errors.ts'
import { parseSteering, type SteeringArguments } from './steering-arguments.ts'

/** How long to wait for a mock's response, in milliseconds. */
const patience = 10_000

/** The parts of a mock's state that the command's messages need. */
interface State {
  readonly now: string
  readonly customers: readonly unknown[]
}

/**
 * Sends a command to a mock that runs in another process, and returns the text to print.
 *
 * @throws MockUsageError if an argument is wrong, no mock responds, or the mock refuses.
 */
export async function steerRunning(args: readonly string[]): Promise<string> {
  const steering = parseSteering(args)
  const { status, body } = await ask(steering)
  if (status === 200 && isState(body)) return describe(steering, body)
  const { source, description } = Object(body)
  if (source === 'PartnerCenterMock' && typeof description === 'string') throw new MockUsageError(description)
  throw new MockUsageError(`${steering.url} responded with ${status}, but not as a mock does. ${howToStart}`)
}

const howToStart = 'Start one with: partner-upgrades-mocks --admin /state'

async function ask({ url, request }: SteeringArguments): Promise<{ readonly status: number; readonly body: unknown }> {
  const init = request && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  }
  try {
    const answer = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(patience) })
    return { status: answer.status, body: parse(await answer.text()) }
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new MockUsageError(`No mock answers at ${url} (${reason}). ${howToStart}`)
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isState(body: unknown): body is State {
  const { now, customers } = Object(body)
  return typeof now === 'string' && Array.isArray(customers)
}

function describe({ command, words }: SteeringArguments, state: State): string {
  switch (command) {
    case 'state':
      return JSON.stringify(state, null, 2)
    case 'advance':
      return `It is ${state.now} by the mock's clock.`
    case 'inject':
      return `Injected ${words[0]}.`
    case 'customers':
      return `The mock lists ${state.customers.length} ${state.customers.length === 1 ? 'customer' : 'customers'}.`
    case 'reset':
      return `The mock has started over; its clock stays at ${state.now}.`
  }
}
