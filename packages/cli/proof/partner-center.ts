import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createPartnerCenterMock,
  type PartnerCenterMock,
  type PartnerCenterMockOptions,
} from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import type { onTestFinished } from 'vitest'

/** A Partner Center mock for separate processes; its clock advances with each status response. */
export interface PartnerCenter {
  readonly mock: PartnerCenterMock
  readonly url: string
  /** The environment of a user, with its own state directory. */
  readonly env: Readonly<Record<string, string>>
  /** Called with each exchange, such as `POST /v1/productUpgrades 202`. */
  onExchange: (line: string) => void
}

/** Starts a Partner Center mock for one test. */
export async function openPartnerCenter(
  finished: typeof onTestFinished,
  options: Omit<PartnerCenterMockOptions<never>, 'clock'> = {},
): Promise<PartnerCenter> {
  const mock = createPartnerCenterMock(options)
  const steps = ['1m', '10m'] as const
  let looks = 0
  const log = (line: string): void => {
    if (/\/status 200/.test(line)) mock.clock.advance(steps[looks++ % steps.length] ?? '1m')
    partnerCenter.onExchange(line)
  }
  const server = await startMockServer(mock, { log })
  const home = mkdtempSync(join(tmpdir(), 'cli-proof-'))
  finished(async () => {
    await server.close()
    // A shell may still write its history while it ends.
    rmSync(home, { recursive: true, force: true, maxRetries: 10 })
  })
  const env = { PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: 'any-token', XDG_STATE_HOME: home }
  const partnerCenter: PartnerCenter = { mock, url: server.url, env, onExchange: () => {} }
  return partnerCenter
}
