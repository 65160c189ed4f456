import { createClock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { expect, test } from 'vitest'
import { createCustomers } from '../../test/customers.ts'
import { pass, rowsOf, sending, setUpJournal } from '../../test/set-up-journal.ts'
import { openSqliteStore } from '../../test/sqlite-store.ts'
import { createUnfinishedClaims } from './unfinished-claims.ts'

const stores = {
  journal: () => setUpJournal(1),
  database() {
    const clock = createClock()
    const path = `file:${crypto.randomUUID()}?mode=memory&cache=shared`
    return { clock, join: async () => openSqliteStore(path, createCustomers(1), clock) }
  },
}

test.for(['journal', 'database'] as const)(
  'a stopped worker that lost a row to another cannot claim it again before recording its own result (%s)',
  async (kind) => {
    const { clock, join } = stores[kind]()
    const stopped = await join()
    expect(await rowsOf(stopped, 1)).toEqual([0])
    const other = await join()
    await pass(clock, 60, other)

    expect(await rowsOf(other, 1)).toEqual([0])
    expect(await other.append(sending(0))).toBe(true)
    await other.append({ is: 'postponed', row: 0, dueIn: 0, tries: 0, calls: [] })
    await other.close()

    expect(await rowsOf(stopped, 1)).toEqual([])
    // It checked before the other worker’s create, and believes that nothing was sent.
    const stale = { is: 'postponed', row: 0, dueIn: 0, tries: 0, anew: true, calls: [] } as const
    expect(await stopped.append(sending(0, guidOf(50)))).toBe(false)
    expect(await stopped.append(stale)).toBe(false)

    const { work } = await stopped.claim('start', 1)
    expect(work).toMatchObject([{ row: 0, stage: 'sent', requestId: guidOf(0) }])
    await stopped.close()
  },
)

test('the claims of a worker are its own, and are forgotten when it leaves', () => {
  const { begin, end, forget, has } = createUnfinishedClaims()
  for (const row of [0, 1]) begin(1, row)
  begin(2, 0)
  end(1, 0)
  expect([has(1, 0), has(1, 1), has(2, 0), has(3, 0)]).toEqual([false, true, true, false])
  forget(1)
  expect([has(1, 1), has(2, 0)]).toEqual([false, true])
})
