import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '@partner-upgrades/client'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'

/** A mock Partner Center on a free loopback port, and the clock it lives by. */
export interface Embedded {
  readonly server: MockServer
  readonly clock: Clock
}

/**
 * Starts a mock Partner Center whose time runs when somebody waits.
 *
 * @param minute How many milliseconds a minute of the mock takes: a person wants to see it pass, a pipe does not.
 */
export async function startEmbedded(minute: number): Promise<Embedded> {
  const mock = createPartnerCenterMock()
  const server = await startMockServer(mock)
  const clock: Clock = {
    now: mock.clock.now,
    async sleep(milliseconds, signal) {
      await sleep((milliseconds / 60_000) * minute, undefined, signal ? { signal } : {})
      mock.clock.advance(milliseconds)
    },
  }
  return { server, clock }
}
