import { inspect } from 'node:util'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { createSkippingClock } from '../test/clock.ts'
import { createFakeService } from '../test/fake-service.ts'
import { aborts } from '../test/fault-bench/aborts.ts'
import { answers } from '../test/fault-bench/answers.ts'
import { connections } from '../test/fault-bench/connections.ts'
import { creates } from '../test/fault-bench/creates.ts'
import { credentials } from '../test/fault-bench/credentials.ts'
import { holdTimeouts, limits } from '../test/fault-bench/held-timeouts.ts'
import { throttling } from '../test/fault-bench/throttling.ts'
import { startRawServer } from '../test/raw-server.ts'
import { request } from '../test/service.ts'
import { createProductUpgradesClient, isPartnerCenterError } from './index.ts'

const cases = [...connections, ...throttling, ...credentials, ...answers, ...creates, ...aborts]
const rows: (readonly [name: string, attempts: number, outcome: string, upgrades: number, ms: number])[] = []

/** Summarizes an error: its name, and the details that distinguish it from others of that name. */
function summarize(error: unknown): string {
  if (!isPartnerCenterError(error)) return String(error)
  const { name } = error
  if (name === 'FaultError') return `${name} ${error.status} ${error.code}`
  if (name === 'AuthenticationError') return `${name} ${error.reason}`
  return name === 'UpgradeFailedError' ? `${name} ${error.outcome}` : name
}

test.for(cases)('$name', async ({ steps, options, run, also, ...expected }) => {
  const service = createFakeService()
  let count = 0
  const server = await startRawServer((seen, socket) => (script[count++] ?? service.serve)(seen, socket))
  const elsewhere = await startRawServer(service.serve)
  const { url: nobody, close } = await startRawServer(service.serve)
  await close()
  const { timeIsUp, release } = holdTimeouts()
  onTestFinished(release)
  const clock = createSkippingClock()
  const stage = { service, server, elsewhere, nobody, clock, timeIsUp, controller: new AbortController() }
  const script = steps?.(stage) ?? []
  const upgrades = createProductUpgradesClient({
    credential: 'token-of-the-bench',
    baseUrl: server.url,
    clock: stage.clock,
    random: () => 1,
    timeout: limits.attempt,
    ...options?.(stage),
  })

  const begin = performance.now()
  let result: unknown
  const outcome = await (run?.(upgrades, stage) ?? upgrades.checkEligibility(request)).then(
    (value) => {
      result = value
      return 'success'
    },
    (error: unknown) => {
      const printed = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error)
      expect(printed).not.toMatch(/token-of-the-bench|secret/)
      return summarize(error)
    },
  )
  rows.push([expected.name, server.requests.length, outcome, service.upgrades.length, performance.now() - begin])

  const creates = server.requests.filter(({ path }) => path.endsWith('/productUpgrades'))
  expect({
    outcome,
    attempts: expected.attempts && server.requests.length,
    creates: expected.creates && creates.length,
    upgrades: service.upgrades.length,
  }).toEqual({
    outcome: expected.outcome,
    attempts: expected.attempts,
    creates: expected.creates,
    upgrades: expected.upgrades ?? 0,
  })
  const ids = creates.map(({ headers }) => headers.get('ms-requestid'))
  expect(new Set(ids).size, 'request IDs of the creates').toBeLessThanOrEqual(1)
  if (expected.waits) expect(stage.clock.naps).toEqual(expected.waits)
  also?.({ ...stage, requests: server.requests, result })
  expect(elsewhere.requests, 'requests to another origin').toHaveLength(0)
  await server.close()
  await elsewhere.close()
})

afterAll(() => {
  const widths = [58, 8, 34, 8]
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => String(cell).padEnd(widths[index] ?? 0)).join(' ')
  const table = rows.map(([name, attempts, outcome, created, ms]) =>
    line([name, attempts, outcome, created, ms.toFixed(0)]),
  )
  process.stdout.write(`${[line(['case', 'attempts', 'outcome', 'upgrades', 'ms']), ...table].join('\n')}\n`)
})
