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

/** Long enough for an answer that does not wait for the clock. */
const soon = 25

/** A simulated service, and all that has been said to it. */
export interface Simulation {
  /** How it began and what has been done. */
  readonly situation: Situation
  /** By its own clock: milliseconds since 1970 in UTC. */
  now(): number
  /** Oldest first. */
  readonly exchanges: readonly Exchange[]
  /** The upgrades that there are, oldest first. */
  upgrades(): ReturnType<PartnerCenterMock['snapshot']>['upgrades']
  /** Does something, and adds it to the situation. */
  run(step: Step): Promise<void>
}

/** Starts a service, and does all that has been done in a situation. `onChange` is called whenever there is something new to see. */
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

/** As much of a body as came. */
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
