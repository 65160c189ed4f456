import { expect, test } from 'vitest'
import { schemaVersion } from '../src/database/migrate.ts'
import { openFleet } from '../src/index.ts'
import { startPostgres } from '../test/postgres.ts'

test('ten simultaneous first starts create one schema', async () => {
  const postgres = await startPostgres()
  const fleets = Array.from({ length: 10 }, () => openFleet({ database: postgres.url }))
  const results = await Promise.all(fleets.map((fleet) => fleet.init()))
  expect(results.map(({ from }) => from).sort()).toEqual([0, ...Array.from({ length: 9 }, () => schemaVersion)])
  expect((await fleets[0]?.status())?.version).toBe(schemaVersion)
  await Promise.all(fleets.map((fleet) => fleet.close()))
  await postgres.remove()
})
