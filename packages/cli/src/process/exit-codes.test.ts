import { once } from 'node:events'
import { createServer } from 'node:net'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage, token } from '../../test/partner-center.ts'

const throttledLong = faults.throttled({ retryAfter: 3_600 })

test.for<[what: string, args: string[], fault: ReturnType<typeof faults.fault>, code: number, message: RegExp]>([
  [
    'a fault of the customer',
    ['create'],
    faults.fault('900105'),
    1,
    /900105.*\n.*Reactivate or cancel.*\n.*explain 900105/,
  ],
  ['an unknown fault', ['create'], faults.unknownFault(), 1, /999999/],
  ['a refused token', ['status'], faults.tokenExpired(), 3, /401.*\n.*partner-upgrades check/],
  ['a token without MFA', ['eligibility'], faults.mfaRequired(), 3, /900421/],
  ['an app-only token', ['eligibility'], faults.appOnlyToken(), 3, /900329/],
  ['throttling beyond the time limit', ['eligibility'], throttledLong, 4, /429.*\n.*Rerun the command in 1 h 0 min/],
  ['a page of a gateway', ['eligibility'], faults.gatewayPage(), 5, /502/],
  ['a service that is down', ['eligibility'], faults.unavailable(), 5, /503.*\n.*Try again later/],
  ['half a response', ['eligibility'], faults.brokenJson(), 5, /not a JSON object/],
  ['a cut connection', ['eligibility'], faults.dropped(), 5, /No connection/],
])('%s has its exit code and advice', async ([, args, fault, code, message]) => {
  const { mock, cli } = await setStage()
  for (let nth = 1; nth <= 10; nth++) mock.inject(fault, { nth })
  const ending = await cli([...args, customerId, ...(args[0] === 'create' ? ['--yes'] : [])])
  expect(ending.stderr).toMatch(message)
  expect(ending.stderr).toMatch(/MS-CorrelationId [\da-f-]{36}/)
  expect(ending.output).not.toContain(token)
  expect(ending.code).toBe(code)
})

test('a refused connection exits with 5', async () => {
  const { cli } = await setStage()
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = Object(server.address())
  await once(server.close(), 'close')
  const env = { PARTNER_CENTER_BASE_URL: `http://127.0.0.1:${port}` }
  const { code, stderr } = await cli(['status', customerId], { env })
  expect(stderr).toMatch(/No connection: ECONNREFUSED/)
  expect(code).toBe(5)
})

test('a create with an unknown outcome exits with 6, and a rerun finds the upgrade', async () => {
  const { mock, cli } = await setStage()
  mock.inject(faults.acceptedThenDropped(), { operation: 'createProductUpgrade' })
  const eyes = mock.inject(faults.unavailable(), { operation: 'checkProductUpgradeEligibility', every: 1 })
  const first = await cli(['create', customerId, '--yes'])
  expect(first.stderr).toMatch(/not known whether the upgrade was created.*\n.*Rerun the same command/)
  expect(first.code).toBe(6)
  eyes.remove()
  const again = await cli(['create', customerId, '--yes'])
  expect(again.stdout).toMatch(/^found: upgrade /)
  expect(again.code).toBe(0)
  expect(mock.snapshot().upgrades).toHaveLength(1)
})

test('an upgrade that fails, wholly or in part, exits with 1 and shows what failed', async () => {
  const lineItems = [{}, { outcome: 'Failed' as const }]
  const { cli } = await setStage({ customers: [{ id: customerId, lineItems }] })
  const { code, stdout } = await cli(['upgrade', customerId, '--yes'])
  expect(stdout).toMatch(/status: Failed\n.*Completed.*\nitem: .*Failed.*900120 The line item could not be upgraded/)
  expect(code).toBe(1)
  expect((await cli(['status', customerId])).code).toBe(1)
})

test('an ineligible customer exits with 1, and nothing is created', async () => {
  const { mock, cli } = await setStage({ customers: [{ id: customerId, condition: '900108' }] })
  const { code, stdout, stderr } = await cli(['upgrade', customerId, '--yes'])
  expect(stdout).toMatch(/^not eligible: .*has no Azure subscriptions/)
  expect(stderr).toContain('Nothing was created')
  expect(code).toBe(1)
  expect(createsOf(mock)).toBe(0)
})

test('an interruption exits with 130', async () => {
  const { cli } = await setStage()
  const { code, stderr } = await cli(['status', customerId], { signal: AbortSignal.abort() })
  expect(stderr).toMatch(/^✘ Interrupted\.\n/)
  expect(code).toBe(130)
})
