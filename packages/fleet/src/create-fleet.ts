import { writeResults } from '@partner-upgrades/bulk'
import type { Database } from './database/database.ts'
import { checkServer, checkVersion, migrate, schemaVersion } from './database/migrate.ts'
import { FleetListError } from './errors.ts'
import type { Fleet } from './fleet.ts'
import { refuseForgottenJournal } from './hand-over/forgotten-journal.ts'
import { handOverList } from './hand-over/hand-over-list.ts'
import { addList } from './lists/add-list.ts'
import { changeList, pruneLists, reopenRows } from './lists/change-list.ts'
import { findList } from './lists/find-list.ts'
import { prepareList } from './lists/new-list.ts'
import { savePartner } from './partners/partners.ts'
import { createQueue, type FleetQueue } from './queue/queue.ts'
import { toHistories, toListOfResults } from './results/stored-results.ts'
import { readLists, readStatus } from './status/read-status.ts'
import { readUnseen } from './status/read-unseen.ts'
import type { ListState, ListStatus } from './status/status.ts'
import { work } from './work/work.ts'

/** The lease of rows queued by commands other than `work`, in milliseconds; each worker applies its own. */
const lease = 30_000

/** Creates a fleet on a database. */
export function createFleet(database: Database, backend?: 'postgres' | 'pglite'): Fleet {
  const queueOptions = { lease, onError: () => {}, ...(backend && { backend }) }
  let ready: Promise<FleetQueue> | undefined

  async function connect(): Promise<FleetQueue> {
    await checkServer(database)
    await checkVersion(database, database.schema)
    const queue = createQueue(database, queueOptions)
    await queue.start()
    return queue
  }

  function queueOf(): Promise<FleetQueue> {
    ready ??= connect().catch((error: unknown) => {
      ready = undefined
      throw error
    })
    return ready
  }

  async function statusOf(name: string): Promise<ListStatus> {
    const { id } = await findList(database, name)
    const [status] = await readLists(database, id)
    if (!status) throw new FleetListError(`The list ${JSON.stringify(name)} was deleted.`)
    return status
  }

  async function change(name: string, state: ListState): Promise<ListStatus> {
    await changeList(database, await queueOf(), name, state)
    return statusOf(name)
  }

  return {
    async init() {
      await checkServer(database)
      return database.exclusively(async () => {
        const from = await migrate(database)
        // Under our lock, because pg-boss's own does not help: a connection that waited for it still believes that there is no schema.
        await createQueue(database, queueOptions).install()
        return { from, version: schemaVersion }
      })
    },
    setPartner: async (settings) => void (await savePartner(database, await queueOf(), settings)),
    async add(file, options) {
      const queue = await queueOf()
      const list = await prepareList(database, file, options)
      if (options.journal !== undefined) return handOverList(database, queue, list, options.journal, options)
      await refuseForgottenJournal(file, list)
      return addList(database, queue, list)
    },
    work: (options) => work(database, queueOf, options, backend),
    status: async () => readStatus(database, await queueOf()),
    async unseen() {
      await queueOf()
      return readUnseen(database)
    },
    pause: (name) => change(name, 'paused'),
    resume: (name) => change(name, 'running'),
    cancel: (name) => change(name, 'cancelled'),
    async retry(name) {
      const queue = await queueOf()
      const { id, partner } = await findList(database, name)
      const deadLetters = await queue.redrive(partner, id)
      return { deadLetters, rows: await reopenRows(database, queue, name) }
    },
    async writeResults(name, files) {
      await queueOf()
      const list = await findList(database, name)
      const [now] = await database.query<{ now: number }>(
        'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now',
      )
      await writeResults(files, toListOfResults(database, list), toHistories(database, list), {
        service: list.service,
        dryRun: list.dryRun,
        now: now?.now ?? Date.now(),
      })
      return statusOf(name)
    },
    async prune(olderThan) {
      await queueOf()
      return pruneLists(database, olderThan)
    },
    async close() {
      await ready?.then((queue) => queue.stop()).catch(() => {})
      await database.close()
    },
  }
}
