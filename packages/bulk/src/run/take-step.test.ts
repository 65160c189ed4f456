import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, onTestFinished, test, vi } from 'vitest'
import { BulkError, EntryError, StoreError } from '../errors.ts'
import type { Accepted, Sending } from '../store/journal-entry.ts'
import type { Work } from '../store/store.ts'
import { createStepTaker, type StepTakerOptions, toUnknown } from './take-step.ts'

const fresh: Work = { row: 7, customerId: guidOf(7), productFamily: 'Azure', stage: 'new', tries: 0 }

/** A mock service, and a step taker whose records are kept. */
function setUp(options: Partial<StepTakerOptions> = {}) {
  const clock = createClock({ auto: true })
  const partnerCenter = createPartnerCenterMock({ clock })
  const recorded: (Sending | Accepted)[] = []
  const takeStep = createStepTaker({
    client: { credential: 'token', fetch: partnerCenter.fetch, clock },
    record: async (entry) => recorded.push(entry) > 0,
    ...options,
  })
  const { signal } = new AbortController()
  const creates = (): number =>
    partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade').length
  return { clock, partnerCenter, recorded, creates, take: (work: Work) => takeStep(work, { signal }) }
}

test('the create of a new row is recorded before it is sent, and the step returns when to poll the upgrade', async () => {
  const { take, recorded, creates } = setUp({
    record: async (entry) => {
      expect(creates()).toBe(0)
      return recorded.push(entry) > 0
    },
  })
  const entry = await take(fresh)
  expect(entry).toMatchObject({ is: 'created', row: 7, adopted: false, dueIn: 30_000 })
  expect(recorded).toEqual([
    { is: 'sending', row: 7, requestId: expect.any(String), correlationId: expect.any(String) },
  ])
  expect(entry.calls.flatMap(({ attempts }) => attempts.map(({ operation }) => operation))).toEqual([
    'checkProductUpgradeEligibility',
    'createProductUpgrade',
  ])
})

test('for a row that this worker no longer holds, nothing is sent, and the row is due again', async () => {
  const { take, creates } = setUp({ record: async () => false })
  expect(await take(fresh)).toMatchObject({ is: 'postponed', row: 7, anew: true })
  expect(creates()).toBe(0)
})

test('a create that a suspended worker recorded long ago is not sent, and the row is due again', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  const { take, creates } = setUp({
    record: async () => {
      vi.setSystemTime(Date.now() + 61_001)
      return true
    },
  })
  expect(await take(fresh)).toMatchObject({ is: 'postponed', row: 7, anew: true })
  expect(creates()).toBe(0)
})

test('a create in doubt is sent again only after looking for its upgrade, with the same request ID', async () => {
  const { take, partnerCenter, creates, clock } = setUp()
  const sent: Work = { ...fresh, stage: 'sent', requestId: guidOf(1) }
  const begin = clock.now()
  for (let entry = await take(sent); entry.is === 'postponed'; entry = await take(sent)) {
    expect([creates(), entry.tries]).toEqual([0, 0])
    await clock.sleep(entry.dueIn)
  }
  const ids = partnerCenter.requests.filter(({ operation }) => operation === 'createProductUpgrade')
  expect(ids.map(({ requestId }) => requestId)).toEqual([guidOf(1)])
  expect(clock.now() - begin).toBeGreaterThanOrEqual(120_000)
})

test('a row whose upgrade exists takes one poll per step', async () => {
  const { take, clock } = setUp()
  const created = await take(fresh)
  const upgradeId = created.is === 'created' ? created.upgradeId : ''
  const followed: Work = { ...fresh, stage: 'created', upgradeId, age: 0 }
  expect(await take(followed)).toMatchObject({ is: 'postponed', delay: expect.any(Number) })
  await clock.sleep(86_400_000)
  expect(await take({ ...followed, age: 3_600_000 })).toMatchObject({ is: 'ended', outcome: 'completed' })
})

test('a dry run checks eligibility and creates nothing', async () => {
  const { take, creates } = setUp({ dryRun: true })
  expect(await take(fresh)).toMatchObject({ is: 'ended', outcome: 'eligible' })
  expect(creates()).toBe(0)
})

test('an error that is not the row’s own does not count as an attempt', async () => {
  const { clock, partnerCenter } = setUp()
  partnerCenter.inject(faults.gatewayEmpty(), { operation: 'checkProductUpgradeEligibility', every: 1 })
  const takeStep = createStepTaker({
    client: { credential: 'token', fetch: partnerCenter.fetch, clock },
    record: async () => true,
  })
  const { signal } = new AbortController()
  expect(await takeStep(fresh, { signal })).toMatchObject({ is: 'postponed', tries: 1 })
  expect(await takeStep(fresh, { signal, notice: () => false })).toMatchObject({ is: 'postponed', tries: 0 })
})

test.for([
  [new RangeError('Invalid time value'), 'RangeError: Invalid time value'],
  ['text', 'text'],
  [undefined, 'undefined'],
  [new EntryError('it is too long', 'ended', 7), /^EntryError: An entry "ended" about row 7, .*it is too long/],
] as const)('an unforeseen error ends the row as unknown, whatever was thrown: %o', ([error, text]) => {
  const verdict = toUnknown(error)
  const [, told = ''] =
    /^The response could not be understood \((.*)\)\.$/.exec(String('reason' in verdict && verdict.reason?.text)) ?? []
  expect(verdict).toMatchObject({ is: 'ended', outcome: 'unknown', again: true })
  expect(told).toMatch(text)
})

test.for([new StoreError('full'), new BulkError('lost')])('an error of the store is thrown on: %o', (error) => {
  expect(() => toUnknown(error)).toThrow(error)
})
