import { answer, stall, write } from '../raw-server.ts'
import { completed, request } from '../service.ts'
import { limits } from './held-timeouts.ts'
import type { FaultCase, Stage } from './stage.ts'

/** Aborts as soon as the request has arrived. */
const abortThen =
  (steps: Parameters<typeof write>[0] | undefined = undefined) =>
  ({ controller }: Stage) => [
    (...[seen, socket]: Parameters<ReturnType<typeof write>>) => {
      if (steps) write(steps)(seen, socket)
      setImmediate(() => controller.abort(new Error('enough')))
    },
  ]

const checking: FaultCase['run'] = (upgrades, { controller }) =>
  upgrades.checkEligibility(request, { signal: controller.signal })
const creating: FaultCase['run'] = (upgrades, { controller }) => upgrades.create(request, { signal: controller.signal })
const waiting: FaultCase['run'] = (upgrades, { controller, server }) =>
  upgrades.waitForCompletion(
    { ...request, upgradeId: completed.id, baseUrl: server.url },
    { signal: controller.signal },
  )

const running = answer(200, {}, JSON.stringify({ ...completed, status: 'InProgress', lineItems: [] }))

/** Resolves when the first request has arrived, however long that takes on a busy machine. */
async function arrival({ server }: Stage): Promise<void> {
  while (server.requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
}

/** A clock whose every sleep is interrupted. */
const interrupted = ({ clock, controller }: Stage) => ({
  clock: {
    now: clock.now,
    sleep: (ms: number, signal?: AbortSignal) => {
      controller.abort(new Error('enough'))
      return clock.sleep(ms, signal)
    },
  },
})

/** Callers that abort or time out, at each stage of a call. */
export const aborts: readonly FaultCase[] = [
  {
    name: 'aborted before it starts',
    run: (upgrades) => upgrades.create(request, { signal: AbortSignal.abort(new Error('enough')) }),
    attempts: 0,
    outcome: 'AbortError',
  },
  {
    name: 'aborted while waiting for a token',
    options: ({ controller }) => ({
      credential: () => {
        setImmediate(() => controller.abort(new Error('enough')))
        return new Promise(() => {})
      },
    }),
    run: checking,
    attempts: 0,
    outcome: 'AbortError',
  },
  { name: 'aborted while waiting for headers', steps: abortThen(), run: checking, attempts: 1, outcome: 'AbortError' },
  {
    name: 'aborted in the middle of a body',
    steps: abortThen('HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{'),
    run: checking,
    attempts: 1,
    outcome: 'AbortError',
  },
  {
    name: 'aborted during the wait before a retry',
    steps: () => [answer(503)],
    options: interrupted,
    run: checking,
    attempts: 1,
    outcome: 'AbortError',
  },
  {
    name: 'aborted between two polls of an upgrade',
    steps: () => [running],
    options: interrupted,
    run: waiting,
    attempts: 1,
    outcome: 'AbortError',
  },
  {
    name: 'aborted at the gate',
    options: () => ({ maxInFlight: 1 }),
    steps: () => [stall],
    run: async (upgrades, stage) => {
      const other = new AbortController()
      const first = upgrades.checkEligibility(request, { signal: other.signal }).catch(() => {})
      const second = checking(upgrades, stage)
      void arrival(stage).then(() => stage.controller.abort(new Error('enough')))
      await second.finally(() => other.abort())
      await first
    },
    attempts: 1,
    outcome: 'AbortError',
  },
  {
    name: 'create aborted in flight: effect unknown',
    steps: abortThen(),
    run: creating,
    attempts: 1,
    outcome: 'OutcomeUnknownError',
  },
  {
    name: 'create aborted while throttled: certainly no effect',
    steps: () => [answer(429)],
    options: interrupted,
    run: creating,
    attempts: 1,
    outcome: 'AbortError',
  },
  {
    name: 'times out in flight',
    steps: ({ timeIsUp }) => [timeIsUp],
    options: () => ({ totalTimeout: limits.call }),
    attempts: 1,
    outcome: 'RequestTimeoutError',
  },
  {
    name: 'times out waiting for the credential',
    options: ({ timeIsUp }) => ({
      credential: () => {
        setImmediate(timeIsUp)
        return new Promise(() => {})
      },
      totalTimeout: limits.call,
    }),
    attempts: 0,
    outcome: 'RequestTimeoutError',
  },
  {
    name: 'times out at the gate',
    options: () => ({ maxInFlight: 1 }),
    steps: () => [stall],
    run: async (upgrades, stage) => {
      const other = new AbortController()
      const first = upgrades.checkEligibility(request, { signal: other.signal }).catch(() => {})
      await arrival(stage)
      await upgrades.checkEligibility(request, { totalTimeout: 40 }).finally(() => other.abort())
      await first
    },
    attempts: 1,
    outcome: 'RequestTimeoutError',
  },
  {
    name: 'the timeout for watching an upgrade has passed',
    steps: () => Array(9).fill(running),
    run: (upgrades, { server }) =>
      upgrades.waitForCompletion({ ...request, upgradeId: completed.id, baseUrl: server.url }, { timeout: 12_000 }),
    attempts: 3,
    outcome: 'WaitDeadlineError',
  },
  {
    name: 'a stored deadline has passed',
    steps: () => Array(9).fill(running),
    run: (upgrades, { server }) =>
      upgrades.waitForCompletion({
        ...request,
        upgradeId: completed.id,
        baseUrl: server.url,
        deadline: '2025-12-31T00:00:00Z',
      }),
    attempts: 1,
    outcome: 'WaitDeadlineError',
  },
  {
    name: 'an upgrade fails in part',
    steps: () => [
      answer(200, {}, JSON.stringify({ ...completed, lineItems: [...completed.lineItems, { status: 'Failed' }] })),
    ],
    run: waiting,
    attempts: 1,
    outcome: 'UpgradeFailedError partial',
  },
  {
    name: 'an upgrade fails',
    steps: () => [answer(200, {}, JSON.stringify({ id: completed.id, status: 'failed' }))],
    run: waiting,
    attempts: 1,
    outcome: 'UpgradeFailedError failed',
  },
]
