import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JournalError, type Progress, upgradeCustomers } from '@partner-upgrades/bulk'
import { createIdempotencyFiles } from '@partner-upgrades/client/node'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openPglite } from '../../test/pglite.ts'
import { client, comparable, createService, id, list, withoutEffort } from '../../test/seeded-service.ts'
import { stepThrough } from '../../test/stepped-database.ts'
import { createFleet } from '../create-fleet.ts'
import type { Database } from '../database/database.ts'
import { DatabaseError } from '../errors.ts'
import type { Fleet } from '../fleet.ts'

// PGlite takes seconds to start; the first test need not wait for it.
beforeAll(async () => void (await openPglite()))

let lists = 0

/** A list of customers, a service for it, and a bulk run that can be stopped midway. */
async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const name = `list-${++lists}.csv`
  const file = join(folder, name)
  // The names differ, so that no two tests use the same list.
  writeFileSync(file, `customerId,name\n${list.map((customer) => `${customer},List ${lists}\n`).join('')}`)
  const service = createService()
  const database = await openPglite()
  const fleet = createFleet(database, 'pglite')
  await fleet.init()
  await fleet.setPartner({ name: 'contoso', ceiling: 600_000 })
  onTestFinished(() => fleet.close())
  const stateFolder = join(folder, 'state')
  /** Runs bulk to the end, until `stop` returns true or, with `doubt`, until it has sent a create that gets no response. */
  const bulk = async (stop?: 'doubt' | ((progress: Progress) => boolean)) => {
    const stopping = new AbortController()
    const fetch: typeof globalThis.fetch = (url, init) =>
      service.fetch(url, init).finally(() => {
        const isIt = String(url).endsWith('/productUpgrades') && String(init?.body).includes(id(7))
        if (stop === 'doubt' && isIt) stopping.abort()
      })
    return upgradeCustomers({
      file,
      stateFolder,
      client: client(fetch),
      parallel: 1,
      signal: stopping.signal,
      onProgress: (progress) => void (typeof stop === 'function' && stop(progress) && stopping.abort()),
    })
  }
  const path = (suffix: string): string => join(folder, `${name.replace('.csv', '')}.${suffix}`)
  const own = { csv: path('csv'), jsonLines: path('jsonl'), report: path('html'), audit: path('audit') }
  return {
    database,
    fleet,
    file,
    name,
    folder,
    service,
    stateFolder,
    bulk,
    journal: path('journal.jsonl'),
    files: own,
    handOver: (to = fleet, options: Partial<Parameters<Fleet['add']>[1]> = {}) =>
      to.add(file, { partner: 'contoso', journal: path('journal.jsonl'), stateFolder, ...options }),
    /** Runs a worker until no row is open, or until a step of `untilRow` is done. */
    async work({ untilRow, parallel }: { readonly untilRow?: number; readonly parallel?: number } = {}) {
      const stopping = new AbortController()
      await fleet.work({
        client: () => client(service.fetch),
        parallel,
        untilDone: true,
        signal: stopping.signal,
        onEvent: (event) => void (event.is === 'row' && event.row === untilRow && stopping.abort()),
      })
    },
    creates: () =>
      service.requests
        .filter(({ operation }) => operation === 'createProductUpgrade')
        .map(({ customerId }) => customerId),
  }
}

async function statusOf(fleet: Fleet, name: string) {
  return (await fleet.status()).lists.find((each) => each.name === name)
}

const afterTwo = ({ ended }: Progress): boolean => Object.values(ended).reduce((sum, count) => sum + count, 0) >= 2

test('a list handed over midway has the same results and the same creates as with bulk alone', async () => {
  const alone = await setUp()
  const whole = await alone.bulk()
  const midway = await setUp()
  const { progress } = await midway.bulk('doubt')
  expect(progress.open).toMatchObject({ sent: 1 })
  const added = await midway.handOver()
  expect(added).toMatchObject({ rows: list.length, handedOver: { open: progress.open, ended: progress.ended } })
  await midway.work()
  await midway.fleet.writeResults(midway.name, midway.files)
  const byJournal = comparable(whole.files?.jsonLines ?? '')
  const renamed = JSON.stringify(comparable(midway.files.jsonLines)).replaceAll(`List ${lists}`, `List ${lists - 1}`)
  expect(withoutEffort(JSON.parse(renamed))).toEqual(withoutEffort(byJournal))
  expect([...midway.creates()].sort()).toEqual([...alone.creates()].sort())
  expect(readFileSync(midway.files.audit, 'utf8')).toContain('"record":"end"')
})

test('after the hand-over, bulk rejects the journal and says where the list is', async () => {
  const { bulk, handOver, name, creates } = await setUp()
  await bulk(afterTwo)
  await handOver()
  const before = creates().length
  await expect(bulk()).rejects.toThrow(JournalError)
  await expect(bulk()).rejects.toThrow(`the list "${name}" of the partner contoso`)
  expect(creates()).toHaveLength(before)
})

test('a repeated hand-over changes nothing, even after the list was deleted', async () => {
  const { bulk, handOver, name, journal, fleet } = await setUp()
  await bulk()
  const first = await handOver()
  const sealed = readFileSync(journal, 'utf8')
  expect(await handOver()).toEqual(first)
  expect(await fleet.prune(0)).toContain(name)
  await expect(handOver()).rejects.toThrow(/has since been deleted from the fleet\. Nothing was changed/)
  expect([readFileSync(journal, 'utf8'), await statusOf(fleet, name)]).toEqual([sealed, undefined])
})

test('a journal is not handed over again to another fleet or under another name', async () => {
  const { bulk, handOver, name, fleet } = await setUp()
  await bulk(afterTwo)
  await handOver()
  const other = createFleet(await openPglite(), 'pglite')
  await other.init()
  await expect(handOver(other)).rejects.toThrow(
    /to the fleet of another database, as "list-\d+\.csv" .*Use that database/,
  )
  await other.close()
  await expect(handOver(fleet, { name: 'again' })).rejects.toThrow(`handed over as the list "${name}" of the partner`)
  await expect(handOver(fleet, { partner: 'fabrikam' })).rejects.toThrow(
    /of the partner contoso, not as .* of fabrikam/,
  )
  expect((await fleet.status()).partners.map((partner) => partner.name)).not.toContain('fabrikam')
})

test('a rejected hand-over changes nothing', async () => {
  const { bulk, handOver, journal, file, name, folder, fleet } = await setUp()
  await bulk(afterTwo)
  const before = readFileSync(journal, 'utf8')
  await expect(handOver(fleet, { partner: 'new', service: 'https://elsewhere.example' })).rejects.toThrow(
    /is the journal of another service: https:\/\/api\.partnercenter/,
  )
  await expect(handOver(fleet, { partner: 'new', dryRun: true })).rejects.toThrow(
    /of a real run, but this is a dry one/,
  )
  await expect(handOver(fleet, { journal: `${journal}.none` })).rejects.toThrow(/\.none cannot be read \(ENOENT/)
  const no = new Error('No')
  await expect(handOver(fleet, { onJournal: () => Promise.reject(no) })).rejects.toBe(no)
  const other = await setUp()
  await expect(fleet.add(other.file, { partner: 'new', journal })).rejects.toThrow(/of another list of customers/)
  expect((await fleet.status()).partners.map((partner) => partner.name)).not.toContain('new')
  expect([readFileSync(journal, 'utf8'), await statusOf(fleet, name)]).toEqual([before, undefined])
  const elsewhere = join(mkdtempSync(join(folder, 'elsewhere-')), name)
  copyFileSync(file, elsewhere)
  await fleet.add(elsewhere, { partner: 'contoso', name: `${name} in the fleet` })
  await expect(handOver()).rejects.toThrow(/The list exists already/)
  expect(readFileSync(journal, 'utf8')).toBe(before)
})

/** A database that fails from the given statement on, as if the process had been killed there. */
function failing(database: Database, from: number): Database {
  let statements = 0
  return stepThrough(database, async (work) => {
    if (++statements >= from) throw new DatabaseError('lost', 'The connection was lost.')
    return work()
  })
}

test('wherever a hand-over is interrupted, only one side can continue, and repeating it completes it', {
  timeout: 60_000,
}, async () => {
  const ends = new Set<string>()
  const { bulk, file, name, journal, stateFolder, database, fleet } = await setUp()
  const { progress } = await bulk(afterTwo)
  const begun = readFileSync(journal, 'utf8')
  for (let from = 1; ; from++) {
    writeFileSync(journal, begun)
    const options = { partner: 'contoso', journal, stateFolder }
    const shaky = createFleet(failing(database, from), 'pglite')
    const done = await shaky.add(file, options).then(
      () => true,
      () => false,
    )
    await shaky.close()
    const inFleet = (await statusOf(fleet, name)) !== undefined
    const sealed = readFileSync(journal, 'utf8').includes('"is":"handedOver"')
    ends.add(`${done ? 'done' : 'interrupted'}, ${sealed ? 'sealed' : 'open'}, ${inFleet ? 'there' : 'not there'}`)
    if (inFleet) expect([from, sealed]).toEqual([from, true])
    const { handedOver } = await fleet.add(file, options)
    expect([from, handedOver?.ended, await countRows(database, name)]).toEqual([from, progress.ended, list.length])
    if (done) break
    await database.query('DELETE FROM fleet.lists WHERE name = $1', [name])
    await database.query('DELETE FROM fleet.hand_overs')
  }
  expect(ends).toEqual(
    new Set([
      'interrupted, open, not there',
      'interrupted, sealed, not there',
      'interrupted, sealed, there',
      'done, sealed, there',
    ]),
  )
})

async function countRows(database: Database, name: string): Promise<number | undefined> {
  const [found] = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM fleet.rows r JOIN fleet.lists l ON l.id = r.list WHERE l.name = $1',
    [name],
  )
  return found?.count
}

test('creates recorded on this machine are handed over, whoever sent them, and none is sent again', async () => {
  const { bulk, handOver, stateFolder, creates, work } = await setUp()
  await bulk(() => true)
  expect(creates()).toEqual([])
  const subject = { baseUrl: 'https://api.partnercenter.microsoft.com', customerId: id(1), productFamily: 'Azure' }
  const files = createIdempotencyFiles({ folder: stateFolder, purpose: 'the command upgrade' })
  const entry = await files.tryOpen(subject)
  if ('holder' in entry) return expect.fail('Nobody holds it')
  // A user of the command line got a 202 without a Location.
  await entry.save({ requestId: id(77), attempt: id(78), accepted: true })
  await expect(handOver()).rejects.toThrow(
    new RegExp(`Process ${process.pid} \\(the command upgrade\\) is creating an upgrade for the customer ${id(1)}`),
  )
  await entry.close()
  await handOver()
  await work({ parallel: 1, untilRow: 3 })
  expect([creates().includes(id(1)), creates().includes(id(4))]).toEqual([false, true])
})

test('nothing is handed over while a worker of the fleet holds a customer whose create is in doubt', async () => {
  const { bulk, handOver, journal, database } = await setUp()
  await bulk('doubt')
  const before = readFileSync(journal, 'utf8')
  await database.query(
    `INSERT INTO fleet.workers (id, host, pid, lease) VALUES ('11111111-1111-4111-8111-111111111111', 'pod', 1, interval '1 hour')`,
  )
  await database.query(
    `INSERT INTO fleet.creates (service, customer_id, product_family, holder) VALUES
      ('https://api.partnercenter.microsoft.com', $1, 'azure', '11111111-1111-4111-8111-111111111111')
      ON CONFLICT (service, customer_id, product_family) DO UPDATE SET holder = EXCLUDED.holder`,
    [id(7)],
  )
  await expect(handOver()).rejects.toThrow(
    `A worker of the fleet is creating an upgrade for the customer ${id(7)}, which is in another list, too.`,
  )
  expect(readFileSync(journal, 'utf8')).toBe(before)
  await database.query('DELETE FROM fleet.workers')
  await handOver()
  expect(readFileSync(journal, 'utf8')).toContain('"is":"handedOver"')
})

test('a list that bulk has begun is added only with its journal, or once every customer is settled', async () => {
  const { bulk, file, name, journal, fleet } = await setUp()
  const add = (): Promise<unknown> => fleet.add(file, { partner: 'contoso' })
  await bulk(afterTwo)
  await expect(add()).rejects.toThrow(
    /^Bulk has begun this list: .*customers that are not settled\. Nothing was added\.\n.*--journal .*journal\.jsonl\n/,
  )
  const whole = readFileSync(journal)
  writeFileSync(journal, whole.subarray(1))
  await expect(add()).rejects.toThrow(/^Bulk has begun this list: .* is not a journal\./)
  expect(await statusOf(fleet, name)).toBeUndefined()
  writeFileSync(journal, whole)
  await bulk()
  await add()
  expect(await statusOf(fleet, name)).toMatchObject({ open: { new: list.length } })
})
