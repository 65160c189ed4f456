import { mkdtempSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { customerId } from '../../test/partner-center.ts'
import type { MockServer } from '../server.ts'
import { run } from './run.ts'

let server: MockServer | undefined
afterEach(async () => {
  await server?.close()
  server = undefined
})

async function start(...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  server = await run(['--port', '0', ...args], {
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  })
  return { url: server?.url ?? '', printed, complaints }
}

function scenarioFile(scenario: object): { file: string; write: (text: string) => void } {
  const file = join(mkdtempSync(join(tmpdir(), 'scenario-')), 'scenario.json')
  writeFileSync(file, JSON.stringify(scenario))
  const write = (text: string) => {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  return { file, write }
}

async function eligibility(url: string): Promise<number> {
  const response = await fetch(`${url}/v1/productUpgrades/eligibility`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
    body: JSON.stringify({ customerId, productFamily: 'Azure' }),
  })
  await response.text()
  return response.status
}

test('it listens on loopback, says where, and logs each exchange', async () => {
  const { url, printed } = await start()
  expect(await eligibility(url)).toBe(200)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(printed).toEqual([
    `A mock Partner Center listens on ${url}`,
    expect.stringMatching(/^\d\d:\d\d:\d\d POST \/v1\/productUpgrades\/eligibility 200$/),
  ])
})

test('told to be quiet, it logs nothing', async () => {
  const { url, printed } = await start('--quiet')
  await eligibility(url)
  expect(printed).toHaveLength(1)
})

test('a scenario is read at the start, and again when it changes', async () => {
  const { file, write } = scenarioFile({ customers: [] })
  const { url, printed } = await start('--scenario', file)
  expect(await eligibility(url)).toBe(403)
  write(JSON.stringify({ customers: [{ id: customerId }] }))
  await vi.waitFor(() => expect(printed.join('\n')).toContain('again'))
  expect(await eligibility(url)).toBe(200)
})

test('a scenario that breaks changes nothing, and is complained about', async () => {
  const { file, write } = scenarioFile({ customers: [{ id: customerId }] })
  const { url, complaints } = await start('--scenario', file)
  write('{"customer": []}')
  await vi.waitFor(() => expect(complaints.join('\n')).toContain('has no key customer'))
  expect(await eligibility(url)).toBe(200)
})

test('the state is shown where asked for, and nowhere else', async () => {
  const { file } = scenarioFile({ upgrades: [{ customerId }] })
  const { url } = await start('--scenario', file, '--admin', '/state')
  expect(await (await fetch(`${url}/state`)).json()).toMatchObject({ upgrades: [{ customerId, status: 'Pending' }] })
  await server?.close()
  const { url: other } = await start()
  expect((await fetch(`${other}/state`)).status).toBe(404)
})

test.each([
  ['the latest hundred exchanges', {}, 100],
  ['as many exchanges as the scenario says', { journalLimit: 2 }, 2],
])('the state has %s', async (_, scenario, length) => {
  const { file } = scenarioFile(scenario)
  const { url } = await start('--scenario', file, '--quiet', '--admin', '/state')
  for (let count = 0; count <= length; count += 1) await eligibility(url)
  expect((await (await fetch(`${url}/state`)).json()).requests).toHaveLength(length)
})

test('help is printed, and nothing started', async () => {
  const { printed } = await start('--help')
  expect(server).toBeUndefined()
  expect(printed.join('\n')).toContain('--scenario')
})

test.each([
  [['--prot', '1'], '--port'],
  [['--port', 'many'], 'from 0 to 65535, not "many"'],
  [['--port='], 'from 0 to 65535, not ""'],
  [['--port', '70000'], 'from 0 to 65535, not "70000"'],
  [['extra'], "'extra'"],
  [['--admin', 'state'], '--admin /state'],
  [['--scenario', '/nowhere.json'], '/nowhere.json'],
])('%j is an error that helps', async (args, message) => {
  await expect(start(...args)).rejects.toThrow(message)
})
