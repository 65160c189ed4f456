import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installPacked } from '../../test/projects/install-packed.ts'

let project = ''
beforeAll(async () => {
  project = await installPacked()
}, 300_000)
afterAll(() => rm(project, { recursive: true, force: true }))

/** The base URL that the command prints. */
async function urlOf({ stdout }: ChildProcess): Promise<string> {
  let text = ''
  for await (const chunk of stdout ?? []) {
    text += chunk
    const url = /listening on (\S+)\n/.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The command ended: ${text}`)
}

test('the installed command needs only the specification, responds, and exits cleanly when interrupted', async () => {
  expect(await readdir(join(project, 'node_modules/@partner-upgrades'))).toEqual(['mocks', 'spec'])
  expect((await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'))).toHaveLength(1)
  const command = spawn(process.execPath, [join(project, 'node_modules/.bin/partner-upgrades-mocks'), '--port', '0'])
  const answer = await fetch(`${await urlOf(command)}/v1/productUpgrades`)
  expect(answer.status).toBe(405)
  command.kill('SIGINT')
  expect(await once(command, 'exit')).toEqual([0, null])
})

/** Checks eligibility and reads the response; resolves to its status. */
function ask(url: string, agent: Agent): Promise<number | undefined> {
  const body = JSON.stringify({ customerId: '4c721420-72ad-4708-a0a7-371a2f7b0969', productFamily: 'Azure' })
  const headers = { Authorization: 'Bearer t', 'Content-Type': 'application/json', 'Content-Length': body.length }
  return new Promise((resolve, reject) => {
    request(`${url}/v1/productUpgrades/eligibility`, { method: 'POST', agent, headers }, (answer) =>
      answer.resume().once('end', () => resolve(answer.statusCode)),
    )
      .once('error', reject)
      .end(body)
  })
}

test.runIf(process.platform === 'linux')('under load, the installed command takes at most 120 MB', async () => {
  const words = [join(project, 'node_modules/@partner-upgrades/mocks/dist/cli.js'), '--port', '0', '--quiet']
  const command = spawn(process.execPath, words)
  const agent = new Agent({ keepAlive: true, maxSockets: 10 })
  const url = await urlOf(command)
  const statuses = new Set<number | undefined>()
  const client = async (): Promise<void> => {
    for (let count = 0; count < 5_000; count += 1) statuses.add(await ask(url, agent))
  }
  await Promise.all(Array.from({ length: 10 }, client))
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(await readFile(`/proc/${command.pid}/status`, 'utf8')) ?? []
  agent.destroy()
  command.kill('SIGINT')
  await once(command, 'exit')
  expect([...statuses]).toEqual([200])
  process.stdout.write(`50,000 requests: at most ${Math.round(Number(kilobytes) / 1_024)} MB\n`)
  expect(Number(kilobytes) / 1_024).toBeLessThanOrEqual(120)
})
