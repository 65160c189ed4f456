import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { accepted, ended, pass, path, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'

test('a create that was accepted without an upgrade ID stays accepted and claimed for every process that opens the journal', async () => {
  const { join, clock } = setUpJournal(1)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  expect(await store.append(accepted(0))).toBe(true)
  expect(await rowsOf(await join(), 1)).toEqual([])
  const next = await join()
  await pass(clock, 60, next)
  const [work] = (await next.claim('start', 1)).work
  expect(work).toMatchObject({ stage: 'sent', requestId: guidOf(0), accepted: true })
})

test('an accepted create is recorded even if another worker has claimed the row', async () => {
  const { join, clock } = setUpJournal(1)
  const [sleeper, other] = [await join(), await join()]
  await rowsOf(sleeper, 1)
  await sleeper.append(sending(0))
  await pass(clock, 60, other)
  await rowsOf(other, 1)
  expect(await sleeper.append(accepted(0))).toBe(false)
  await other.append({ is: 'postponed', row: 0, dueIn: 0, tries: 1, calls: [] })
  expect((await other.claim('start', 1)).work[0]).toMatchObject({ stage: 'sent', accepted: true })
})

test('the record of an accepted create survives a power cut', async () => {
  const { join, machine } = setUpJournal(1)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  await store.append(accepted(0))
  expect(machine.durable(path)).toContain('"is":"accepted"')
})

test.for([
  ['a new round that follows an unknown outcome', [{ ...ended(0), outcome: 'unknown', again: true }], true],
  ['the same create again', [sending(0), { is: 'postponed', row: 0, dueIn: 0, tries: 1, calls: [] }], true],
  [
    'another create',
    [
      { ...sending(0), requestId: guidOf(8) },
      { is: 'postponed', row: 0, dueIn: 0, tries: 1, calls: [] },
    ],
  ],
  ['certainty that there is no upgrade', [{ is: 'postponed', row: 0, dueIn: 0, tries: 1, anew: true, calls: [] }]],
  ['a new round that follows a rejection', [{ ...ended(0), outcome: 'rejected', again: true }]],
] as const)('after %s, a create counts as accepted only as long as it is in doubt', async ([, entries, kept]) => {
  const { join } = setUpJournal(1)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  await store.append(accepted(0))
  for (const entry of entries) expect(await store.append(entry)).toBe(true)
  await store.append({ is: 'again', round: 1 })
  expect((await store.claim('start', 1)).work[0]?.accepted).toBe(kept)
})

test('finding the upgrade settles an accepted create', async () => {
  const { join } = setUpJournal(1)
  const store = await join()
  await rowsOf(store, 1)
  await store.append(sending(0))
  await store.append(accepted(0))
  await store.append({ is: 'created', row: 0, upgradeId: guidOf(7), adopted: false, dueIn: 0, calls: [] })
  const [work] = (await store.claim('follow', 1)).work
  expect(work).toMatchObject({ stage: 'created', upgradeId: guidOf(7) })
  expect(work).not.toHaveProperty('accepted')
})
