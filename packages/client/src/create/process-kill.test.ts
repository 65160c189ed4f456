import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createFakeService } from '../../test/fake-service.ts'
import { startRawServer } from '../../test/raw-server.ts'
import { request } from '../../test/service.ts'
import { createProductUpgradesClient } from '../index.ts'

test('after a kill between request and response, ensure finds the upgrade by the stored request ID', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'killed-'))
  const file = join(folder, 'request-id')
  const service = createFakeService()
  let kill = (): void => {}
  // The create takes effect, but the program is killed before the response.
  const server = await startRawServer(service.but(() => kill()))
  const script = fileURLToPath(new URL('../../test/create-and-die.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=@partner-upgrades/source', script, server.url, file])
  kill = () => child.kill('SIGKILL')
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
  expect(service.upgrades).toHaveLength(1)
  await server.close()

  const healthy = await startRawServer(service.serve)
  const upgrades = createProductUpgradesClient({ credential: 'token', baseUrl: healthy.url })
  const requestId = readFileSync(file, 'utf8')
  const upgrade = await upgrades.ensure(request, { requestId })
  expect(upgrade.upgradeId).toBe(service.upgrades[0])
  expect(service.upgrades).toHaveLength(1)
  expect(server.requests[0]?.headers.get('MS-RequestId')).toBe(requestId)
  await healthy.close()
  rmSync(folder, { recursive: true })
})
