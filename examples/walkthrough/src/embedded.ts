import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { startMockServer } from '@partner-upgrades/mocks/server'
import type { Place } from './place.ts'

/** Starts a mock Partner Center on a free loopback port; its clock advances with each status request. */
export async function openEmbedded(): Promise<Place> {
  const mock = createPartnerCenterMock()
  const server = await startMockServer(mock, {
    log: (line) => {
      if (/\/status /i.test(line)) mock.clock.advance('4m')
    },
  })
  // A temporary state folder: nothing in it is needed after the walkthrough.
  const home = mkdtempSync(join(tmpdir(), 'walkthrough-'))
  return {
    name: `a mock at ${server.url}`,
    env: { PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: 'any-token', XDG_STATE_HOME: home },
    async close() {
      await server.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
