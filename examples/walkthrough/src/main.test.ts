import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { type MockServer, startMockServer } from '@partner-upgrades/mocks/server'
import { afterEach, expect, test } from 'vitest'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
const servers: MockServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

interface Ending {
  readonly code: number | string
  readonly output: string
}

/** Runs the program as `npm start` does, in a pipe. */
function start(args: readonly string[], env: Record<string, string> = {}): Promise<Ending> {
  const flags = ['--conditions=@partner-upgrades/source', join(import.meta.dirname, 'main.ts')]
  // FORCE_COLOR may be set where the tests run.
  const { PARTNER_CENTER_BASE_URL, PARTNER_CENTER_TOKEN, FORCE_COLOR, ...rest } = process.env
  return new Promise((resolve) => {
    const program = execFile(
      process.execPath,
      [...flags, ...args],
      { env: { ...rest, ...env } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, output: stdout + stderr }),
    )
    program.stdin?.end()
  })
}

test('without arguments, it upgrades the documented customer, in plain text', async () => {
  const { code, output } = await start([])
  const told = [
    `partner-upgrades eligibility ${customerId}\neligible: `,
    `partner-upgrades upgrade ${customerId} --yes`,
    'created: ',
    'status: Pending',
    'status: Completed',
    `partner-upgrades eligibility ${customerId}\nnot eligible: `,
    'partner-upgrades explain 900110\nfault: 900110 ',
    '✔ The customer is on an Azure plan.\n$',
  ]
  expect(output).toMatch(new RegExp(told.join('[^]*')))
  expect(output).not.toContain('\u001b')
  expect(code).toBe(0)
})

test('at a real endpoint, it creates nothing without a confirmation', async () => {
  const mock = createPartnerCenterMock()
  const server = await startMockServer(mock)
  servers.push(server)
  const env = { PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: 'a-secret-token' }
  const { code, output } = await start([customerId], env)
  expect(mock.requests.map(({ operation }) => operation)).toEqual(['checkProductUpgradeEligibility'])
  expect(output).toContain('Nothing was created')
  expect(output).not.toContain('a-secret-token')
  expect(code).toBe(2)
})

test('a rejected token is reported without a stack and without the token', async () => {
  const server = await startMockServer(createPartnerCenterMock({ tokens: [] }))
  servers.push(server)
  const env = { PARTNER_CENTER_BASE_URL: server.url, PARTNER_CENTER_TOKEN: 'a-secret-token' }
  const { code, output } = await start([customerId], env)
  expect(output).toMatch(/✘ .*401/)
  expect(output).not.toMatch(/\n {4}at |a-secret-token/)
  expect(code).toBe(3)
})

test.for<[what: string, args: string[], env: Record<string, string>, code: number, message: RegExp]>([
  ['a customer ID that is not a GUID', ['abc'], {}, 2, /^\n✘ The customer ID "abc" is not a GUID/],
  [
    'an invalid address',
    [customerId],
    { PARTNER_CENTER_BASE_URL: 'nowhere', PARTNER_CENTER_TOKEN: 'a-secret-token' },
    2,
    /✘ PARTNER_CENTER_BASE_URL must be/,
  ],
])('%s is reported in one line, without a stack', async ([, args, env, code, message]) => {
  const ending = await start(args, env)
  expect(ending.output).toMatch(message)
  expect(ending.output).not.toMatch(/\n {4}at |a-secret-token/)
  expect(ending.code).toBe(code)
})
