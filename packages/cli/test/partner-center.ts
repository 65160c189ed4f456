import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createPartnerCenterMock,
  type MockClock,
  type PartnerCenterMock,
  type PartnerCenterMockOptions,
} from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import { onTestFinished } from 'vitest'
import { type Circumstances, type Ending, runCli } from './run-cli.ts'
import { createWireClock, watchRequests } from './wire-clock.ts'

/** The customer of Microsoft's own examples. */
export const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** The token, which no output may ever contain. */
export const token = 'eyJ.the-secret-token.of-the-partner'

/** A Partner Center on loopback, and a user at a command line for it. */
export interface Stage {
  readonly mock: PartnerCenterMock<MockClock>
  readonly url: string
  /** The clock of the programs; on that of the mock, only delayed responses sleep. */
  readonly clock: MockClock
  /** The user's environment: a token, the address, and a state directory of its own. */
  readonly env: Readonly<Record<string, string>>
  /** Runs a command line in this process, on the clock of the mock. */
  cli(args: readonly string[], circumstances?: Circumstances): Promise<Ending>
  /** Ages the records of creates that this user's programs share, by milliseconds. */
  ageRecords(ms: number): void
}

/** Sets up a stage for one test. An hour passes in milliseconds. */
export async function setStage(options: PartnerCenterMockOptions<MockClock> = {}): Promise<Stage> {
  const requests = watchRequests()
  const { clock, mockClock } = createWireClock(() => requests.headers().filter(isOnItsWay).length)
  const mock = createPartnerCenterMock({ clock: mockClock, ...options })
  // A request that a fault stalls stays in flight for ever.
  const isStalled = ({ injection = '' }: (typeof mock.requests)[number]): boolean => /stalled/i.test(injection)
  const isOnItsWay = (headers: string): boolean =>
    !mock.requests.some((seen) => isStalled(seen) && headers.includes(String(seen.correlationId)))
  const server = await startMockServer(mock)
  const home = mkdtempSync(join(tmpdir(), 'cli-'))
  onTestFinished(async () => {
    requests.stop()
    await server.close()
    rmSync(home, { recursive: true, force: true })
  })
  const env = { PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: token, XDG_STATE_HOME: home }
  return {
    mock,
    clock,
    url: server.url,
    env,
    cli: (args, circumstances = {}) => runCli(args, { clock, ...circumstances, env: { ...env, ...circumstances.env } }),
    ageRecords: (ms) => ageRecords(join(home, 'partner-upgrades', 'creates'), ms),
  }
}

/** The age of a record follows from the machine's time, which no test can move, so the recorded time is changed. */
function ageRecords(folder: string, ms: number): void {
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.json'))) {
    const record = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const machine = { ...record.machine, time: record.machine.time - ms }
    writeFileSync(join(folder, name), JSON.stringify({ ...record, machine }))
  }
}

/** The number of creates among the requests that a mock has received. */
export function createsOf({ requests }: PartnerCenterMock<MockClock>): number {
  return requests.filter(({ operation }) => operation === 'createProductUpgrade').length
}
