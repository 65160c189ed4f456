import {
  createClock,
  createPartnerCenterMock,
  type MockClock,
  type PartnerCenterMock,
} from '@partner-upgrades/mocks/core'
import { contract } from '@partner-upgrades/spec/contract'
import { type SampleRequest, toRequest } from '../../samples/request.ts'
import type { Exchange, Outcome } from './exchange.ts'
import { makeFault } from './presets.ts'
import type { Situation, Step } from './situation.ts'

/** Milliseconds that are long enough for a response that does not wait for the clock. */
const soon = 25

/** A simulated service with all its exchanges. */
export interface Simulation {
  /** Its initial state and all steps since. */
  readonly situation: Situation
  /** The time of its own clock: milliseconds since 1970 in UTC. */
  now(): number
  /** Oldest first. */
  readonly exchanges: readonly Exchange[]
  /** All upgrades, oldest first. */
  upgrades(): ReturnType<PartnerCenterMock['snapshot']>['upgrades']
  /** Runs a step and adds it to the situation. */
  run(step: Step): Promise<void>
}

/** Starts a service and replays all steps of a situation. `onChange` is called whenever there is something new to display. */
export async function startSimulation(situation: Situation, onChange: () => void): Promise<Simulation> {
  const { customers, callsPerMinute } = situation
  const clock = createClock()
  const mock = createPartnerCenterMock({
    customers,
    clock,
    seed: 'playground',
    ...(callsPerMinute > 0 && { throttling: [{ requests: callsPerMinute, per: '1m' }] }),
  })
  const exchanges: Exchange[] = []
  let steps: readonly Step[] = []
  const simulation: Simulation = {
    get situation() {
      return { ...situation, steps }
    },
    now: () => clock.now(),
    exchanges,
    upgrades: () => mock.snapshot().upgrades,
    run: async (step) => {
      steps = [...steps, step]
      await perform(step, mock, clock, exchanges, onChange)
      onChange()
    },
  }
  for (const step of situation.steps) await simulation.run(step)
  return simulation
}

async function perform(
  step: Step,
  mock: PartnerCenterMock,
  clock: MockClock,
  exchanges: Exchange[],
  onChange: () => void,
): Promise<void> {
  if (step.do === 'inject') {
    mock.inject(makeFault(step.preset, step.code))
    return
  }
  if (step.do === 'advance') {
    clock.advance(step.by as Parameters<MockClock['advance']>[0])
    return pause(soon)
  }
  const operation = contract.operations[step.operation]
  if (operation === undefined) throw new TypeError(`There is no operation ${step.operation}.`)
  const [baseUrl = ''] = contract.servers
  const request = toRequest({ operation, values: step.values, baseUrl })
  const headers = [
    ...(step.token === '' ? [] : [['Authorization', `Bearer ${step.token}`] as const]),
    ...request.headers,
  ]
  const exchange: Exchange = {
    step,
    request: { ...request, headers },
    sentAt: clock.now(),
    outcome: { kind: 'waiting' },
  }
  exchanges.push(exchange)
  const answered = send(exchange.request, mock, clock).then((outcome) => {
    exchange.outcome = outcome
    onChange()
  })
  await Promise.race([answered, pause(soon)])
}

async function send(
  { url, method, headers, body }: SampleRequest,
  mock: PartnerCenterMock,
  clock: MockClock,
): Promise<Outcome> {
  try {
    const init = { method, headers: headers.map(([name, value]): [string, string] => [name, value]) }
    const response = await mock.fetch(url, body === undefined ? init : { ...init, body })
    const { status, statusText } = response
    const { text, broken } = await readBody(response)
    return {
      kind: 'answered',
      status,
      statusText,
      headers: [...response.headers],
      body: text,
      at: clock.now(),
      ...(broken && { broken }),
    }
  } catch (error) {
    return { kind: 'failed', reason: messageOf(error), at: clock.now() }
  }
}

/** Reads a body, or the part of it that arrived before the connection broke. */
async function readBody(response: Response): Promise<{ text: string; broken?: string }> {
  const decoder = new TextDecoder()
  let text = ''
  try {
    const reader = response.body?.getReader()
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      text += decoder.decode(part.value, { stream: true })
    }
    return { text }
  } catch (error) {
    return { text, broken: messageOf(error) }
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
