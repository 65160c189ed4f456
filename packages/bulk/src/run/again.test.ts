import { faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createWorld } from '../../test/in-memory.ts'

test('a dry run keeps its results; with again, all customers are checked anew', async () => {
  const { run, partnerCenter } = createWorld(4, {
    customers: [
      { id: guidOf(0) },
      { id: guidOf(1) },
      { id: guidOf(2), condition: '900108' },
      { id: guidOf(3), condition: '900108' },
    ],
  })
  const first = await run({ dryRun: true })
  expect(first.results.map(({ outcome }) => outcome)).toEqual(['eligible', 'eligible', 'ineligible', 'ineligible'])
  expect(partnerCenter.requests).toHaveLength(4)
  partnerCenter.override({
    checkProductUpgradeEligibility: ({ body }) => ({
      status: 200,
      body: { ...body, isEligible: body.customerId !== guidOf(0) },
    }),
  })
  expect((await run({ dryRun: true })).results).toEqual(first.results)
  expect(partnerCenter.requests).toHaveLength(4)
  const second = await run({ dryRun: true, again: true })
  expect(second.results.map(({ outcome }) => outcome)).toEqual(['ineligible', 'eligible', 'eligible', 'eligible'])
  expect(second.results[1]?.attempts).toHaveLength(2)
  expect(second.progress).toMatchObject({ round: 1, again: 1 })
  expect(partnerCenter.requests).toHaveLength(8)
})

test('an interrupted run with again resumes: no customer is checked twice', async () => {
  const { run, partnerCenter } = createWorld(12)
  await run({ dryRun: true })
  const controller = new AbortController()
  const slow = partnerCenter.inject(faults.slow({ by: '2s' }), { every: 1 })
  const running = run({ dryRun: true, again: true, signal: controller.signal, parallel: 1 })
  while (partnerCenter.requests.length < 12 + 5) await new Promise((resolve) => setImmediate(resolve))
  controller.abort()
  const stopped = await running
  slow.remove()
  const { open, ended } = stopped.progress
  expect(open.new).toBeGreaterThan(0)
  expect(ended.eligible).toBeGreaterThan(0)
  const asked = partnerCenter.requests.length
  const { progress } = await run({ dryRun: true, again: true })
  expect(partnerCenter.requests).toHaveLength(asked + open.new)
  expect(progress).toMatchObject({ round: 1, ended: { eligible: 12 } })
})

test('workers that start with again at the same time share one round', async () => {
  const { run, partnerCenter } = createWorld(20)
  await run({ dryRun: true })
  partnerCenter.inject(faults.slow({ by: '1s' }), { every: 1 })
  await Promise.all([run({ dryRun: true, again: true }), run({ dryRun: true, again: true })])
  expect(partnerCenter.requests).toHaveLength(40)
})

test('a real run rejects again, so that no customer with an upgrade is reopened', async () => {
  const { run, open, partnerCenter } = createWorld(2, {
    customers: [{ id: guidOf(0) }, { id: guidOf(1), condition: '900108' }],
  })
  await run()
  await expect(run({ again: true })).rejects.toThrow(/^again is for dry runs.*onlyFailed/)
  // Even an entry appended directly reopens only customers for whom nothing was created.
  const store = await open()
  await store.append({ is: 'again', round: 1, all: true })
  expect(await store.progress()).toMatchObject({ open: { new: 1, sent: 0, created: 0 }, ended: { completed: 1 } })
  await store.close()
  expect(partnerCenter.snapshot().upgrades).toHaveLength(1)
})
