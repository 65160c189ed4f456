import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createClock, createPartnerCenterMock, faults } from '@partner-upgrades/mocks/core'
import type { Rows, SavedRow } from './src/rows.ts'
import { createStep } from './src/step.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** Rows in memory; only the latest holder of a row can save it. */
function createRows(): Rows {
  const rows = new Map<string, { readonly saved: SavedRow; readonly version: number }>()
  return {
    async take(id) {
      const found = rows.get(id)
      const saved: SavedRow = found?.saved ?? { row: 0, customerId: id, productFamily: 'Azure', stage: 'new', tries: 0 }
      let version = (found?.version ?? 0) + 1
      rows.set(id, { saved, version })
      return {
        saved,
        async save(changed) {
          if (rows.get(id)?.version !== version) return false
          rows.set(id, { saved: changed, version: ++version })
          return true
        },
      }
    },
  }
}

function setUp() {
  const clock = createClock({ auto: true })
  const mock = createPartnerCenterMock({ clock })
  const { fetch } = mock
  const rows = createRows()
  const createActivity = () => createStep(rows, { credential: 'token', fetch, clock })

  /** Does what the orchestration does: each step runs in a new activity, as if on another machine. */
  async function orchestrate(): Promise<string> {
    for (;;) {
      const turn = await createActivity()(customerId)
      if ('outcome' in turn) return turn.outcome
      await clock.sleep(turn.dueIn)
    }
  }
  const creates = () => mock.requests.filter(({ operation }) => operation === 'createProductUpgrade').length
  return { mock, rows, createActivity, orchestrate, creates }
}

test('a customer is upgraded, step by step', async () => {
  const { orchestrate, creates } = setUp()
  assert.equal(await orchestrate(), 'completed')
  assert.equal(creates(), 1)
})

test('after a lost response, the upgrade is found and the create is not sent again', async () => {
  const { mock, orchestrate, creates } = setUp()
  mock.inject(faults.acceptedThenDropped(), { operation: 'createProductUpgrade' })
  assert.equal(await orchestrate(), 'completed')
  assert.equal(creates(), 1)
})

test('an activity whose row was taken away sends no create', async () => {
  const { mock, rows, createActivity, creates } = setUp()
  mock.inject(faults.slow({ by: '1s' }), { operation: 'checkProductUpgradeEligibility' })
  const slow = createActivity()(customerId)
  await rows.take(customerId)
  await assert.rejects(slow, /Another activity has taken the row/)
  assert.equal(creates(), 0)
})
