import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { customerId, otherCustomerId } from '../../test/partner-center.ts'
import { createPartnerCenterMock } from '../core.ts'
import { steer } from '../steering/steering.ts'
import { run } from './run.ts'

async function command(...args: string[]): Promise<{ printed: string; url: string }> {
  const lines: string[] = []
  const server = await run(args, { print: (line) => lines.push(line), complain: () => {} })
  if (server !== undefined) onTestFinished(server.close)
  return { printed: lines.join('\n'), url: `${server?.url}/state` }
}

const folder = mkdtempSync(join(tmpdir(), 'steer-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
function file(content: unknown): string {
  const path = join(folder, `${++files}.json`)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** Starts a mock, and returns functions that send commands and requests to it. */
async function start(scenario: object = {}) {
  const { url } = await command('--port', '0', '--quiet', '--admin', '/state', '--scenario', file(scenario))
  const say = async (...args: string[]) => (await command(...args, '--url', url)).printed
  const create = async () => {
    const response = await fetch(new URL('/v1/productUpgrades', url), {
      method: 'POST',
      headers: { Authorization: 'Bearer t', 'Content-Type': 'application/json' },
      body: JSON.stringify({ customerId, productFamily: 'Azure' }),
    })
    await response.text()
    return response
  }
  const state = async () => JSON.parse(await say('state'))
  return { say, create, state }
}

test('the clock of a mock at the command line runs with that of the machine, and can be advanced', async () => {
  const { say, create, state } = await start()
  await create()
  expect((await state()).upgrades).toMatchObject([{ status: 'Pending' }])
  const [, now = ''] = /^It is (\S+) by the mock's clock\.$/.exec(await say('advance', '1h')) ?? []
  expect(Math.abs(Date.parse(now) - Date.now() - 3_600_000)).toBeLessThan(60_000)
  expect((await state()).upgrades).toMatchObject([{ status: 'Completed' }])
})

test('a fault is injected, with the options of a scenario', async () => {
  const { say, create } = await start()
  const aim = ['--operation', 'createProductUpgrade', '--nth', '2']
  expect(await say('inject', '--retry-after', '5', 'throttled', ...aim)).toBe('Injected throttled.')
  expect((await create()).status).toBe(202)
  const { status, headers } = await create()
  expect([status, headers.get('retry-after')]).toEqual([429, '5'])
  await say('inject', 'fault', '--code', '900120')
  expect((await create()).status).toBe(403)
})

test('customers are added, set and made up', async () => {
  const { say, create } = await start({ customers: [{ id: otherCustomerId }] })
  expect((await create()).status).toBe(403)
  expect(await say('customers', 'add', file([{ id: customerId }]))).toBe('The mock lists 2 customers.')
  expect((await create()).status).toBe(202)
  expect(await say('customers', 'set', file([{ id: otherCustomerId }]))).toBe('The mock lists 1 customer.')
  expect(await say('customers', 'set', '12')).toBe('The mock lists 12 customers.')
})

test('a reset restores the start of the scenario, including its faults', async () => {
  const { say, create, state } = await start({ faults: [{ preset: 'unavailable' }] })
  await say('inject', 'throttled', '--times', '9')
  expect((await create()).status).toBe(503)
  expect((await create()).status).toBe(429)
  expect(await say('reset')).toMatch(/^The mock has started over; its clock stays at .*Z\.$/)
  expect((await state()).requests).toEqual([])
  expect((await create()).status).toBe(503)
  expect((await create()).status).toBe(202)
})

test.each([
  [['advnce', '1h'], 'Unknown command "advnce". Use one of: state, advance, inject, customers, reset.'],
  [['advance'], 'Usage: partner-upgrades-mocks advance <duration> [--url <url>]'],
  [['advance', '1h', '2h'], 'Usage: partner-upgrades-mocks advance <duration>'],
  [['advance', 'soon'], 'advance must match'],
  [['reset', 'all'], 'Usage: partner-upgrades-mocks reset'],
  [['inject', 'thunder'], 'Unknown preset "thunder". Use one of: '],
  [['inject', 'slow', '--tims', '2'], '--times'],
  [['inject', 'slow', '--nth', 'two'], 'inject.nth must be integer'],
  [['customers', 'remove', 'x'], 'Usage: partner-upgrades-mocks customers add <file>'],
  [['customers', 'add', '/nowhere.json'], '/nowhere.json'],
  [['customers', 'add', file('{')], 'is not valid JSON'],
  [['customers', 'add', file([{ id: customerId, conditon: '1' }])], 'an unknown property conditon'],
])('%j is an error with a helpful message', async (args, message) => {
  const { say } = await start()
  await expect(say(...args)).rejects.toThrow(message)
})

test('without a mock that serves its state, the command says how to start one', async () => {
  const how = 'Start one with: partner-upgrades-mocks --admin /state'
  await expect(command('reset', '--url', 'http://127.0.0.1:1/state')).rejects.toThrow(how)
  await expect(command('reset', '--url', 'localhost:4010')).rejects.toThrow('such as http://127.0.0.1:4010/state')
  const { url } = await command('--port', '0', '--quiet')
  await expect(command('reset', '--url', url)).rejects.toThrow(`with 404, but not as a mock does. ${how}`)
  const other = createServer((_, response) => response.end('<p>Hello</p>')).listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = Object(other.address())
  await expect(command('state', '--url', `http://127.0.0.1:${port}`)).rejects.toThrow('with 200, but not as a mock')
})

test('the commands and the requests in the README work', async () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8')
  const [, section = ''] = /^### Steer a running mock$([\s\S]*?)^## /m.exec(readme) ?? []
  const { say } = await start()
  const list = file([{ id: customerId }])
  const commands = section.match(/(?<=^npx @partner-upgrades\/mocks ).+$/gm) ?? []
  expect(commands.map((line) => line.split(' ')[0])).toEqual([
    'advance',
    'inject',
    'customers',
    'customers',
    'reset',
    'state',
  ])
  for (const line of commands) await say(...line.replace('customers.json', list).split(' '))
  const requests = section.match(/(?<=^\| [\w ]+ \| `)\{.*?\}(?=`)/gm) ?? []
  expect(requests).toHaveLength(5)
  const mock = createPartnerCenterMock()
  for (const request of requests) steer(mock, JSON.parse(request))
})
