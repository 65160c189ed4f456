// Leftovers of an earlier run: an upgrade that it could not store, one that is gone, or a create with an unknown outcome.
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '@partner-upgrades/mocks/core'
import { expect, test } from 'vitest'
import { createsOf, customerId, type Stage, setStage } from '../../test/partner-center.ts'

const create = ['create', customerId, '--yes']
const looksOf = ({ mock }: Stage) =>
  mock.requests.filter(({ operation }) => operation === 'getProductUpgradeStatus').length

/** Simulates a program that was killed after the response, before it wrote this file. */
function forgetUpgrades({ env }: Stage): void {
  const folder = join(env.XDG_STATE_HOME ?? '', 'partner-upgrades')
  for (const name of readdirSync(folder)) if (name.endsWith('.json')) rmSync(join(folder, name))
}

test('an upgrade that a killed run created and could not store is found by the next create', async () => {
  const stage = await setStage()
  const first = await stage.cli(create)
  forgetUpgrades(stage)
  const { code, stdout } = await stage.cli(create)
  expect(stdout).toBe(first.stdout.replace('created', 'found'))
  expect(code).toBe(0)
  expect(createsOf(stage.mock)).toBe(1)
})

test('an upgrade that a refused create leads to is found, not created', async () => {
  const { mock, cli } = await setStage({ upgrades: [{ customerId, status: 'InProgress' }] })
  mock.override({
    checkProductUpgradeEligibility: ({ body }) => ({ status: 200, body: { ...body, isEligible: true } }),
  })
  const { code, stdout } = await cli(['ensure', customerId, '--yes'])
  expect(createsOf(mock)).toBe(1)
  expect(stdout).toMatch(/^found: /)
  expect(code).toBe(0)
})

test.for(['900106', '900111'])(
  "if the stored upgrade is gone (%s), the customer's current one is shown",
  async (code) => {
    const { mock, cli } = await setStage()
    await cli(create)
    mock.inject(faults.fault(code), { operation: 'getProductUpgradeStatus' })
    const ending = await cli(['status', customerId])
    expect(ending.stdout).toMatch(/^status: /)
    expect(ending.code).toBe(0)
  },
)

test('an upgrade that is gone is requested only once', async () => {
  const stage = await setStage()
  await stage.cli(create)
  stage.mock.reset()
  await stage.cli(['status', customerId])
  const looks = looksOf(stage)
  await stage.cli(['status', customerId])
  expect(looksOf(stage)).toBe(looks)
})

test('a create whose outcome is unknown is settled although the customer looks ineligible meanwhile', async () => {
  const { mock, cli } = await setStage()
  const blind = mock.inject(faults.unavailable(), { every: 1 })
  expect((await cli(create)).code).toBe(6)
  blind.remove()
  mock.override({
    checkProductUpgradeEligibility: ({ body }) => ({ status: 200, body: { ...body, isEligible: false } }),
  })
  const { stderr, stdout } = await cli(['upgrade', customerId, '--yes'])
  expect(stderr).not.toContain('Nothing was created')
  expect(stdout).toContain('settling: outcome unclear')
})
