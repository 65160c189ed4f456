import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, setStage } from '../../../test/partner-center.ts'

const upgrade = ['upgrade', customerId, '--yes']
const failing = { customers: [{ id: customerId, lineItems: [{ outcome: 'Failed' as const }] }] }

test('an upgrade that failed unobserved is reported before another one is created', async () => {
  const { mock, cli } = await setStage(failing)
  await cli(['create', customerId, '--yes'])
  mock.clock.advance('1h')
  const { code, stdout } = await cli(upgrade)
  expect(stdout).toMatch(/^resumed: upgrade .*\nstatus: Failed/)
  expect(code).toBe(1)
  expect(createsOf(mock)).toBe(1)
  expect((await cli(upgrade)).stdout).toMatch(/^eligible: .*\ncreated: /)
  expect(createsOf(mock)).toBe(2)
})

test('a completed upgrade is found, and nothing else is done', async () => {
  const { mock, cli } = await setStage({ upgrades: [{ customerId, status: 'Completed' }] })
  const { code, stdout } = await cli(upgrade)
  expect(stdout).toMatch(/^not eligible: .*\nfound: .*\nstatus: Completed/)
  expect(code).toBe(0)
  expect(createsOf(mock)).toBe(0)
})

test.for(['upgrade', 'watch', 'status'])(
  '%s: an upgrade that Partner Center no longer knows is dropped',
  async (command) => {
    const { mock, cli, ageRecords } = await setStage()
    await cli(['create', customerId, '--yes'])
    mock.reset()
    ageRecords(121_000)
    const options = command === 'upgrade' ? ['--yes'] : []
    const { code, output } = await cli([command, customerId, ...options])
    expect(output).toMatch(
      command === 'upgrade' ? /created: / : /has no upgrade to Azure.*\n.*partner-upgrades upgrade/,
    )
    expect(code).toBe(command === 'upgrade' ? 0 : 1)
  },
)

test('throttling is waited out', async () => {
  const { mock, cli } = await setStage()
  mock.inject(faults.throttled({ retryAfter: 57 }), { operation: 'getProductUpgradeStatus', every: 2 })
  mock.inject(faults.throttled({ retryAfter: 57 }), { operation: 'createProductUpgrade' })
  expect((await cli(upgrade)).code).toBe(0)
})

test('--interval sets the time between polls', async () => {
  const { mock, cli } = await setStage()
  await cli([...upgrade, '--interval', '2m'])
  const looks = mock.requests.filter(({ operation }) => operation === 'getProductUpgradeStatus').map(({ at }) => at)
  const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0))
  expect(gaps.length).toBeGreaterThan(3)
  for (const gap of gaps) expect(Math.abs(gap - 120_000)).toBeLessThan(13_000)
})

test('the status of an upgrade can be shown by its ID', async () => {
  const id = '37b0d3c1-9b0e-4a6f-8f0b-2f7d5a1c9e44'
  const { cli } = await setStage({ upgrades: [{ id, customerId, status: 'Completed' }] })
  expect((await cli(['status', customerId, id, '--json'])).stdout).toContain(`"id":"${id}"`)
  expect((await cli(['watch', customerId, id])).code).toBe(0)
})
