import { beforeAll, expect, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import type { Database } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { noteRefusal, takeTurns } from './turns.ts'

let database: Database
beforeAll(async () => {
  database = await openPglite()
  await migrate(database)
})

async function partnerWith(rate: number, ceiling: number | null): Promise<number> {
  const [partner] = await database.query<{ id: number }>(
    `INSERT INTO fleet.partners (name, service, rate, ceiling) VALUES (gen_random_uuid()::text, '', $1, $2) RETURNING id`,
    [rate, ceiling],
  )
  return partner?.id ?? 0
}

async function rateOf(partner: number): Promise<number> {
  const [row] = await database.query<{ rate: number }>(
    'SELECT rate::float8 AS rate FROM fleet.partners WHERE id = $1',
    [partner],
  )
  return row?.rate ?? 0
}

test('turns are spaced by the rate, and given out a quarter of a second ahead', async () => {
  const partner = await partnerWith(40, 2_400)
  const first = await takeTurns(database, partner, 100)
  expect(first).toEqual({ taken: 11, wait: 0, pace: 25 })
  const second = await takeTurns(database, partner, 100)
  expect(second.taken).toBeLessThan(first.taken)
  expect(second.taken === 0 || second.wait <= 275).toBe(true)
})

test('no more turns are taken than were asked for', async () => {
  const partner = await partnerWith(40, 2_400)
  expect(await takeTurns(database, partner, 1)).toMatchObject({ taken: 1, wait: 0 })
  const { taken, wait } = await takeTurns(database, partner, 1)
  expect([taken, wait <= 25]).toEqual([1, true])
})

test('a 429 holds the turns of its partner only', async () => {
  const [refused, other] = [await partnerWith(40, 2_400), await partnerWith(40, 2_400)]
  await noteRefusal(database, refused, 57_000, 0)
  const { taken, wait } = await takeTurns(database, refused, 5)
  expect([taken, wait > 50_000 && wait <= 57_000]).toEqual([0, true])
  expect(await takeTurns(database, other, 5)).toMatchObject({ taken: 5, wait: 0 })
  await noteRefusal(database, refused, 1, 0)
  expect((await takeTurns(database, refused, 5)).wait).toBeGreaterThan(50_000)
})

test('a given ceiling fixes the rate; without one, the rate grows, and 429s of concurrent requests lower it once', async () => {
  const [given, unknown] = [await partnerWith(40, 2_400), await partnerWith(40, null)]
  for (const partner of [given, unknown]) await takeTurns(database, partner, 5)
  expect(await rateOf(given)).toBe(40)
  const before = await rateOf(unknown)
  expect(before).toBeGreaterThan(40)
  for (const partner of [given, unknown, unknown, unknown]) await noteRefusal(database, partner, 0, 60_000)
  expect(await rateOf(given)).toBe(40)
  expect(await rateOf(unknown)).toBeCloseTo(before * 0.7)
})
