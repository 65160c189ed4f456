import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openJournal, readCustomers, upgradeCustomers } from '@partner-upgrades/bulk'
import { systemClock } from '@partner-upgrades/client'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startWorkers } from '../test/processes.ts'
import { comparable, withoutEffort } from '../test/seeded-service.ts'
import { type Interference, type Service, startService } from '../test/service.ts'
import { type FleetSetUp, setUpFleet } from '../test/set-up.ts'

let setUp: FleetSetUp
beforeAll(async () => {
  setUp = await setUpFleet()
})
afterAll(() => setUp.remove())

const customers = 200
/** The kinds of customers, which repeat through a list. */
const kinds = [
  {},
  {},
  { condition: 'suspendedSubscriptions' },
  {},
  { lineItems: [{}, { outcome: 'Failed' }] },
  {},
  { lineItems: [{ outcome: 'Failed' }] },
  { condition: 'noAzureSubscriptions' },
] as const

/** Starts the same service for each run of a list. */
function startSeeded(file: string, interference?: Interference): Promise<Service> {
  const ids = readFileSync(file, 'utf8').match(/^[\da-f-]{36}/gm) ?? []
  return startService(
    { seed: 'both', customers: ids.map((id, row) => ({ id, ...kinds[row % kinds.length] })) },
    interference,
  )
}

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hand-over-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

const program = (name: string): string => fileURLToPath(new URL(`../test/${name}`, import.meta.url))

function start(name: string, args: readonly string[]) {
  const { FORCE_COLOR, ...env } = process.env
  const all = ['--conditions=@partner-upgrades/source', program(name), ...args]
  const child = spawn(process.execPath, all, { stdio: ['ignore', 'ignore', 'inherit'], env })
  return { child, ended: once(child, 'exit') }
}

/** Runs bulk on a copy of a list, and kills it once `creates` creates have reached the service; some of them get no response. */
async function killBulk(file: string, folder: string, creates: number) {
  let kill = (): void => {}
  let seen = 0
  const service = await startSeeded(file, {
    after(worker) {
      const { requests } = service.partnerCenter
      if (worker !== 'bulk' || requests.at(-1)?.operation !== 'createProductUpgrade') return
      if (++seen === creates) kill()
    },
  })
  onTestFinished(() => service.close())
  const own = join(folder, basename(file))
  copyFileSync(file, own)
  const stateFolder = join(folder, 'state')
  const { child, ended } = start('bulk-worker.ts', [own, stateFolder, service.url])
  kill = () => void child.kill('SIGKILL')
  const [, signal] = await ended
  expect(signal).toBe('SIGKILL')
  return { service, file: own, journal: own.replace('.csv', '.journal.jsonl'), stateFolder }
}

test(`${customers} customers: bulk is killed midway, and two workers continue with one create each and the same results`, async () => {
  const { fleet, lists, postgres } = setUp
  const list = lists.write('hand-over.csv', customers)
  const alone = await startSeeded(list)
  const undisturbed = join(makeFolder(), 'hand-over.csv')
  copyFileSync(list, undisturbed)
  const client = { credential: 'token', baseUrl: alone.url, minPollDelay: 300, maxPollDelay: 300 }
  const stateFolder = makeFolder()
  const { files } = await upgradeCustomers({ file: undisturbed, stateFolder, client, pollsPerMinute: 6_000 })
  await alone.close()

  const killed = await killBulk(list, makeFolder(), 60)
  await fleet.setPartner({ name: 'killed', service: killed.service.url, ceiling: 6_000 })
  const { handedOver } = await fleet.add(killed.file, {
    partner: 'killed',
    journal: killed.journal,
    stateFolder: killed.stateFolder,
  })
  // Ended customers, creates without a response and customers that have not begun are all among them.
  const { open, ended } = { ...handedOver }
  expect([ended?.ineligible, open?.sent, open?.new].map((count = 0) => count > 0)).toEqual([true, true, true])
  await startWorkers(postgres.url, 2).done
  await fleet.writeResults('hand-over.csv', lists.files)
  expect(withoutEffort(comparable(lists.files.jsonLines))).toEqual(withoutEffort(comparable(files?.jsonLines ?? '')))
  const creates = [...killed.service.creates().values()]
  expect(creates.filter((ids) => ids.length !== 1)).toEqual([])
  expect(creates).toHaveLength(alone.creates().size)
})

test('a hand-over killed at any statement lets at most one side continue, and repeating it completes it', async () => {
  const { fleet, lists, postgres } = setUp
  const killed = await killBulk(lists.write('steps.csv', 20), makeFolder(), 8)
  await fleet.setPartner({ name: 'contoso', service: killed.service.url, ceiling: 6_000 })
  const list = await readCustomers(killed.file)
  const database = new Client({ connectionString: postgres.url })
  await database.connect()
  const begun = makeFolder()
  cpSync(join(killed.file, '..'), begun, { recursive: true })
  const ends = new Map<string, number>()
  for (let step = 1; ; step++) {
    const folder = makeFolder()
    cpSync(begun, folder, { recursive: true })
    const at = (name: string): string => join(folder, name)
    const [file, journal, stateFolder] = [at('steps.csv'), at('steps.journal.jsonl'), at('state')]
    mkdirSync(stateFolder, { recursive: true })
    const { ended } = start('hand-over-program.ts', [postgres.url, file, journal, stateFolder, String(step)])
    const [code] = await ended
    const count = async (): Promise<number> => {
      const { rows } = await database.query(
        `SELECT count(*)::int AS count FROM partner_upgrades.rows r JOIN partner_upgrades.lists l ON l.id = r.list WHERE l.sha256 = $1`,
        [list.hash],
      )
      return rows[0].count
    }
    const before = await count()
    const runs = await openJournal({
      path: journal,
      customers: list,
      service: killed.service.url,
      clock: systemClock,
    }).then(
      (store) => store.close().then(() => true),
      () => false,
    )
    expect([step, runs && before > 0]).toEqual([step, false])
    const end = `${code === 0 ? 'done' : 'killed'}, ${runs ? 'bulk' : before > 0 ? 'fleet' : 'nobody'} goes on`
    ends.set(end, (ends.get(end) ?? 0) + 1)
    await fleet.add(file, { partner: 'contoso', journal, stateFolder })
    expect([step, await count()]).toEqual([step, list.size])
    await database.query(`DELETE FROM partner_upgrades.lists WHERE sha256 = $1`, [list.hash])
    await database.query('DELETE FROM partner_upgrades.hand_overs')
    if (code === 0) break
  }
  await database.end()
  expect(new Set(ends.keys())).toEqual(
    new Set(['killed, bulk goes on', 'killed, nobody goes on', 'killed, fleet goes on', 'done, fleet goes on']),
  )
})
