import { type Customers, createRowStates, outcomes, type RowEntry } from '@partner-upgrades/bulk'
import { createRandom } from '@partner-upgrades/tools/random'
import { beforeAll, expect, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import { insertList } from '../../test/rows.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { readLists } from '../status/read-status.ts'
import { applyEntry } from './apply-entry.ts'
import { readRows } from './read-rows.ts'

const guids = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const
const claim = (list: number) => ({ list, row: 0, queue: 'any', attempt: { id: guids[0], retryCount: 0 } })

let database: Database
beforeAll(async () => {
  database = await openPglite()
  await migrate(database)
})

/** A random entry, whatever came before it. */
function anyEntry(random: () => number): RowEntry {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const requestId = pick(guids)
  return pick<() => RowEntry>([
    () => ({ is: 'sending', row: 0, requestId, correlationId: requestId }),
    () => ({ is: 'accepted', row: 0, requestId }),
    () => ({ is: 'created', row: 0, upgradeId: requestId, adopted: false, dueIn: 0, calls: [] }),
    () => ({
      is: 'postponed',
      row: 0,
      dueIn: 0,
      tries: pick([0, 1, 5]),
      calls: [],
      ...pick([{}, { anew: true }, { delay: 500 }]),
    }),
    () => ({ is: 'ended', row: 0, outcome: pick(outcomes), again: pick([true, false]), calls: [] }),
  ])()
}

test.for([1, 2, 3, 4, 5, 6])(
  'after any sequence of entries, a row has the same state in the database and in bulk (seed %i)',
  async (seed) => {
    const random = createRandom(seed)
    const list = await insertList(database, 1)
    const customers: Pick<Customers, 'size' | 'customerId' | 'productFamily'> = {
      size: 1,
      customerId: () => '',
      productFamily: () => 'Azure',
    }
    const states = createRowStates(
      { ...customers, name: '', hash: '', notes: [], delimiter: ',', async *rows() {} },
      1e9,
    )
    for (let step = 0; step < 40; step++) {
      states.apply('worker', step, { is: 'claimed', rows: [0] })
      const entry = anyEntry(random)
      const counts = states.apply('worker', step, entry)
      if (counts || entry.is === 'accepted') await applyEntry(database, list, entry)
      const known = (await readRows(database, [claim(list)])).values().next().value?.work
      const progress = states.progress(step)
      const [status] = await readLists(database, list)
      expect([status?.open, status?.ended, status?.again]).toEqual([progress.open, progress.ended, progress.again])
      if (!known) return
      const { claim: held, customerId, attempt, age, ...rest } = known
      const { customerId: listedId, attempt: sent, age: since, ...expected } = states.work(0, step)
      expect(rest).toEqual(expected)
    }
  },
)

test('the attempt of a create stays the same until it is sent again, and the age of a row is measured by the clock of the database', async () => {
  const list = await insertList(database, 1)
  const read = async () => (await readRows(database, [claim(list)])).values().next().value?.work
  const [requestId] = guids
  const sending = { is: 'sending', row: 0, requestId, correlationId: requestId } as const
  expect(await read()).not.toHaveProperty('age')
  await applyEntry(database, list, sending)
  await database.query(`UPDATE fleet.rows SET since = since - interval '1 hour' WHERE list = $1`, [list])
  const first = await read()
  expect([(first?.age ?? 0) >= 3_600_000, (first?.age ?? 0) < 7_200_000]).toEqual([true, true])
  expect((await read())?.attempt).toBe(first?.attempt)
  await applyEntry(database, list, sending)
  const second = await read()
  expect([second?.attempt === first?.attempt, (second?.age ?? 0) < 3_600_000]).toEqual([false, true])
})
