import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { customerId } from '../../test/partner-center.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'

const cli = fileURLToPath(new URL('../cli.ts', import.meta.url))

/** Starts the command in its own process, and waits until it listens. */
async function start(scenario: object): Promise<{ command: ChildProcess; url: string; complaints: () => string }> {
  const file = join(temporaryFolder(), 'scenario.json')
  writeFileSync(file, JSON.stringify(scenario))
  const options = ['--conditions=@partner-upgrades/source', cli, '--port', '0', '--scenario', file]
  // Node warns if both are set, as they may be in the environment of the tests.
  const { FORCE_COLOR, NO_COLOR, ...env } = process.env
  const command = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'pipe'], env })
  onTestFinished(() => void command.kill('SIGKILL'))
  let complaints = ''
  command.stderr.on('data', (chunk) => {
    complaints += chunk
  })
  for await (const line of createInterface(command.stdout)) {
    const url = /listening on (http\S+)/.exec(line)?.[1]
    if (url !== undefined) return { command, url, complaints: () => complaints }
  }
  throw new Error(complaints)
}

test('the command exits at once when stopped twice, even during a delayed response, and reports no error', async () => {
  const { command, url, complaints } = await start({ faults: [{ preset: 'slow', by: '1h' }] })
  const answer = fetch(`${url}/v1/productUpgrades/eligibility`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  }).then(
    () => 'answered',
    () => 'cut',
  )
  // Once this request has its response, the one before it has reached the server.
  expect((await fetch(`${url}/elsewhere`)).status).toBe(404)
  command.kill('SIGINT')
  command.kill('SIGTERM')
  expect(await once(command, 'exit')).toEqual([0, null])
  expect(await answer).toBe('cut')
  expect(complaints()).toBe('')
})
