// The journal serves one machine, the fleet's database many: a list has the same results in both.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { upgradeCustomers } from '@partner-upgrades/bulk'
import { expect, onTestFinished, test } from 'vitest'
import { openPglite } from '../test/pglite.ts'
import { client, comparable, createService, list } from '../test/seeded-service.ts'
import { createFleet } from './create-fleet.ts'

test('a list has the same results with the journal and with the fleet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'same-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'list.csv')
  writeFileSync(file, `customerId\n${list.join('\n')}\n`)

  const alone = createService()
  const { files } = await upgradeCustomers({
    file,
    folder,
    stateFolder: join(folder, 'state'),
    client: client(alone.fetch),
  })

  const fleet = createFleet(await openPglite(), 'pglite')
  await fleet.init()
  await fleet.setPartner({ name: 'contoso', ceiling: 600_000 })
  const together = createService()
  await fleet.add(file, { partner: 'contoso' })
  await fleet.work({ client: () => client(together.fetch), untilDone: true })
  const own = { csv: '', jsonLines: '', report: '', audit: '' }
  for (const name of ['csv', 'jsonLines', 'report', 'audit'] as const) own[name] = join(folder, `fleet-${name}`)
  await fleet.writeResults('list.csv', own)
  await fleet.close()

  const [byJournal, byFleet] = [comparable(files?.jsonLines ?? ''), comparable(own.jsonLines)]
  expect(byFleet).toEqual(byJournal)
  const outcomes = byJournal.map((result) => Object(result).outcome)
  expect(new Set(outcomes)).toEqual(new Set(['completed', 'ineligible', 'partial', 'failed', 'rejected']))
  const columns = (path: string) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .map((line) => line.split(',').slice(0, 4).join())
  expect(columns(own.csv)).toEqual(columns(files?.csv ?? ''))
})
