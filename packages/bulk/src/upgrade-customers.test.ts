import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { expect, onTestFinished, test } from 'vitest'
import { guidOf } from '../testing/random.ts'
import { type UpgradeCustomersOptions, upgradeCustomers } from './upgrade-customers.ts'

/** A list of two customers in a folder of its own. */
function setList() {
  const folder = mkdtempSync(join(tmpdir(), 'list-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'customers.csv')
  const text = `customerId\n${guidOf(0)}\n${guidOf(1)}\n`
  writeFileSync(file, text)
  const partnerCenter = createPartnerCenterMock({ clock: createClock({ auto: true }) })
  const { fetch, clock } = partnerCenter
  const run = (options: Partial<UpgradeCustomersOptions> = {}) =>
    upgradeCustomers({ file, client: { credential: 'token', fetch, clock }, ...options })
  return { folder, file, text, partnerCenter, run }
}

test.for([
  ['changed', (file: string) => writeFileSync(file, 'customerId\n'), /has changed.*Put it back.*same command/],
  ['removed', (file: string) => rmSync(file), /cannot be read.*Put it back.*same command/],
] as const)('results of a list that was %s meanwhile can be had when it is back', async ([, spoil, message]) => {
  const { folder, file, text, partnerCenter, run } = setList()
  const failed = await run({ onProgress: () => existsSync(file) && spoil(file) }).catch((error: Error) => error.message)
  expect(failed).toMatch(message)
  expect(failed).not.toContain('Nothing was sent')
  expect(readdirSync(folder).filter((name) => /results|report|audit/.test(name))).toEqual([])
  const asked = partnerCenter.requests.length
  writeFileSync(file, text)
  const { files } = await run()
  expect(readFileSync(files?.csv ?? '', 'utf8')).toContain('completed')
  expect(partnerCenter.requests).toHaveLength(asked)
})

test('with onlyFailed, a list of which nothing has ended yet is not run', async () => {
  const { partnerCenter, run } = setList()
  await expect(run({ onlyFailed: true })).rejects.toThrow(
    /^Nothing of .*customers\.csv has been run.*customers\.journal/,
  )
  expect(partnerCenter.requests).toHaveLength(0)
})

test('with onlyFailed, a second worker may join in when everything is run again', async () => {
  const { partnerCenter, run } = setList()
  const down = partnerCenter.inject(faults.fault('900130'), { operation: 'createProductUpgrade', every: 1 })
  expect((await run()).progress.ended.rejected).toBe(2)
  down.remove()
  const [one, other] = await Promise.all([run({ onlyFailed: true }), run({ onlyFailed: true })])
  expect([one.progress.ended.completed, other.progress.ended.completed]).toEqual([2, 2])
  expect(partnerCenter.snapshot().upgrades).toHaveLength(2)
})
