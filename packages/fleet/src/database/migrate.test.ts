import { expect, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import { checkServer, checkVersion, migrate, schemaVersion } from './migrate.ts'

test('the first start creates the schema, and the next one changes nothing', async () => {
  const database = await openPglite()
  await expect(checkVersion(database, database.schema)).rejects.toMatchObject({ problem: 'uninitialized' })
  expect([await migrate(database), await migrate(database)]).toEqual([0, schemaVersion])
  await expect(checkVersion(database, database.schema)).resolves.toBeUndefined()
})

test('a newer schema is rejected and left unchanged', async () => {
  const database = await openPglite()
  await migrate(database)
  await database.query('INSERT INTO fleet.version (version) VALUES ($1)', [schemaVersion + 1])
  await expect(migrate(database)).rejects.toMatchObject({
    problem: 'newer',
    message: expect.stringMatching(/Upgrade the package/),
  })
  await expect(checkVersion(database, database.schema)).rejects.toMatchObject({ problem: 'newer' })
})

test.for(['off', 'on', 'local'])('a server is rejected only if synchronous_commit is off: %s', async (commit) => {
  const database = await openPglite()
  await database.raw(`SET synchronous_commit = ${commit}`)
  const check = checkServer(database)
  if (commit === 'off')
    await expect(check).rejects.toMatchObject({
      problem: 'unsafe',
      message: expect.stringMatching(/synchronous_commit/),
    })
  else await expect(check).resolves.toBeUndefined()
  await database.raw('SET synchronous_commit = on')
})
