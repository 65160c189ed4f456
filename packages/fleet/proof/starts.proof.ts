import { expect, test } from 'vitest'
import { schemaVersion } from '../src/database/migrate.ts'
import { openFleet } from '../src/index.ts'
import { startPostgres } from '../test/postgres.ts'

test('ten simultaneous first starts create one schema, and all ten can continue', async () => {
  const postgres = await startPostgres()
  for (const schema of ['first', 'second', 'third', 'fourth', 'fifth']) {
    const fleets = Array.from({ length: 10 }, () => openFleet({ database: postgres.url, schema }))
    const results = await Promise.all(fleets.map((fleet) => fleet.init()))
    expect(results.map(({ from }) => from).sort()).toEqual([0, ...Array.from({ length: 9 }, () => schemaVersion)])
    await Promise.all(fleets.map((fleet) => fleet.setPartner({ name: 'contoso' })))
    // Twice at once, because each fleet has two connections.
    const states = await Promise.all([...fleets, ...fleets].map((fleet) => fleet.status()))
    expect(new Set(states.map(({ version }) => version))).toEqual(new Set([schemaVersion]))
    await Promise.all(fleets.map((fleet) => fleet.close()))
  }
  await postgres.remove()
})
