import { contract } from '@partner-upgrades/spec/contract'
import { expect, test } from 'vitest'
import { exampleValues } from '../../samples/request.ts'
import { startSession } from './session.ts'
import type { Step } from './situation.ts'
import { freshSituation } from './store.ts'

function check(): Step {
  const operation = contract.operations.checkProductUpgradeEligibility
  if (operation === undefined) throw new TypeError('The operation has another name.')
  return { do: 'send', operation: operation.id, values: exampleValues(operation), token: 'a-token' }
}

test('a request sent during a restart reaches the restarted service, after earlier requests', async () => {
  const session = await startSession(freshSituation(), () => {})
  const before = session.run(check)
  const anew = session.restart((situation) => ({ ...situation, callsPerMinute: 1 }))
  const after = session.run(check)
  await Promise.all([before, anew, after])

  const { exchanges, situation } = session.simulation
  expect(exchanges.map(({ outcome }) => outcome.kind === 'answered' && outcome.status)).toEqual([200, 429])
  expect(situation).toMatchObject({ callsPerMinute: 1, steps: [{ do: 'send' }, { do: 'send' }] })
})

test('a failed step does not stop those after it', async () => {
  const session = await startSession(freshSituation(), () => {})
  const failed = session.run({ ...check(), operation: 'unknown' } as Step)
  const after = session.run(check())
  await expect(failed).rejects.toThrow('There is no operation unknown.')
  await after
  expect(session.simulation.exchanges).toHaveLength(1)
})
