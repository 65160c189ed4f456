import { type Db as BossDatabase, PgBoss } from 'pg-boss'
import type { Database, Queries } from '../database/database.ts'
import { groupBy } from '../values/group-by.ts'

/** The queues of a partner: rows that may need a create, upgrades to look at, and rows that no worker could bring to an end. */
export type QueueKind = 'start' | 'follow' | 'dead'

/** A row in a queue. */
export interface QueuedRow {
  /** The list's number. */
  readonly list: number
  /** The row of the list, counted from 0. */
  readonly row: number
}

/** One attempt at a row. Declared here, for the declarations of pg-boss compile with some settings only. */
export interface Attempt {
  /** The job of the row. */
  readonly id: string
  /** How often the row had been taken before. */
  readonly retryCount: number
}

/** A row that this worker has taken from a queue, for as long as it says so in time. */
export interface Claim extends QueuedRow {
  /** The queue it came from. */
  readonly queue: string
  /** The attempt, which is over as soon as another worker has taken the row. */
  readonly attempt: Attempt
}

/** When and where a row is due again. */
export interface NextTurn extends QueuedRow {
  /** Of which kind it is. */
  readonly kind: Exclude<QueueKind, 'dead'>
  /** In how many milliseconds it is due. */
  readonly delay: number
  /** Whether it goes before others: a create in doubt does. @default false */
  readonly first?: boolean
}

/** The queues of a fleet. What is done within a transaction counts only if the transaction does. */
export interface FleetQueue {
  /** Creates or migrates the queue's own schema. */
  install(): Promise<void>
  /** Connects. */
  start(): Promise<void>
  /** Creates the queues of a partner. */
  createQueues(partner: number): Promise<void>
  /** Learns what the queues of a partner are like, so that nothing has to be looked up within a transaction. */
  prepare(partner: number): Promise<void>
  /** Takes rows that are due. */
  take(partner: number, kind: QueueKind, count: number): Promise<readonly Claim[]>
  /** Puts rows into the queues of a partner; a row that is in one already stays where it is. */
  put(partner: number, rows: readonly NextTurn[], tx?: Queries): Promise<void>
  /** Takes a row out of its queue; returns whether it was still this worker's. */
  remove(claim: Claim, tx: Queries): Promise<boolean>
  /** Says that this worker still works on rows; returns whether they are all still its own. */
  renew(claims: readonly Claim[], tx?: Queries): Promise<boolean>
  /** Looks for workers that have fallen silent, and gives their rows to others. */
  supervise(): Promise<void>
  /** How many rows no worker could bring to an end. */
  countDead(partner: number): Promise<number>
  /** Puts rows that no worker could bring to an end back into their queues; returns how many. */
  redrive(partner: number, list: number): Promise<number>
  /** Disconnects. */
  stop(): Promise<void>
}

/** How the queue is set up. */
export interface QueueOptions {
  /** How long a worker may be silent before its rows are given to others, in milliseconds. */
  readonly lease: number
  /** Whether to watch for workers that have fallen silent. @default false */
  readonly supervise?: boolean | undefined
  /** How many rows are put back at a time that no worker could bring to an end. @default 10000 */
  readonly redriveBatch?: number | undefined
  /** Called with what goes wrong in the background. */
  readonly onError: (error: Error) => void
  /** The kind of database: `pglite` in tests. @default 'postgres' */
  readonly backend?: 'postgres' | 'pglite' | undefined
}

/** Attempts at a row that end with a worker that falls silent, before the row is set aside. */
const mostSilences = 20
/** What is due may wait this long for a worker, in seconds: ten years. */
const retention = 315_360_000
/** An hour, in seconds: a step takes minutes at the most. */
const longestAttempt = 3_600

/** The queues of a fleet, by pg-boss. */
export function createQueue(
  database: Database,
  { lease, onError, backend = 'postgres', supervise = false, redriveBatch = 10_000 }: QueueOptions,
): FleetQueue {
  const leaseSeconds = Math.max(10, Math.round(lease / 1_000))
  const boss = new PgBoss({
    db: toBossDatabase(database),
    schema: `${database.schema}_queue`,
    migrate: false,
    createSchema: false,
    schedule: false,
    supervise,
    superviseIntervalSeconds: Math.max(1, Math.round(leaseSeconds / 5)),
    monitorIntervalSeconds: Math.max(1, Math.round(leaseSeconds / 5)),
    registerInstance: false,
    backend,
  })
  boss.on('error', onError)

  const nameOf = (partner: number, kind: QueueKind): string => `partner-${partner}.${kind}`

  return {
    async install() {
      const installer = new PgBoss({
        db: toBossDatabase(database),
        schema: `${database.schema}_queue`,
        supervise: false,
        schedule: false,
        registerInstance: false,
        backend,
      })
      installer.on('error', onError)
      await installer.start()
      await installer.stop({ graceful: false })
    },
    start: async () => void (await boss.start()),
    async createQueues(partner) {
      const options = { retentionSeconds: retention, deleteAfterSeconds: 3_600, expireInSeconds: longestAttempt }
      await boss.createQueue(nameOf(partner, 'dead'), { ...options, policy: 'exclusive' })
      for (const kind of ['start', 'follow'] as const) {
        await boss.createQueue(nameOf(partner, kind), {
          ...options,
          policy: 'exclusive',
          retryLimit: mostSilences,
          deadLetter: nameOf(partner, 'dead'),
        })
      }
    },
    async prepare(partner) {
      for (const kind of ['start', 'follow'] as const) await boss.findJobs(nameOf(partner, kind), { limit: 1 })
    },
    async take(partner, kind, count) {
      const queue = nameOf(partner, kind)
      const jobs = await boss.fetch<QueuedRow>(queue, { batchSize: count })
      return jobs.map(({ id, retryCount, data: { list, row } }) => ({ queue, attempt: { id, retryCount }, list, row }))
    },
    async put(partner, rows, tx) {
      for (const kind of ['start', 'follow'] as const) {
        const jobs = rows
          .filter((each) => each.kind === kind)
          .map(({ list, row, delay, first }) => ({
            data: { list, row },
            singletonKey: `${list}:${row}`,
            heartbeatSeconds: leaseSeconds,
            ...(first && { priority: 1 }),
            ...(delay > 0 && { startAfter: delay / 1_000 }),
          }))
        if (jobs.length > 0) await boss.insert(nameOf(partner, kind), jobs, tx ? { db: toBossDatabase(tx) } : {})
      }
    },
    async remove({ queue, attempt }, tx) {
      return affected(await boss.deleteJob(queue, attempt, { db: toBossDatabase(tx) })) === 1
    },
    async renew(claims, tx) {
      const queues = groupBy(claims, ({ queue }) => queue)
      let all = true
      for (const [queue, own] of queues) {
        const attempts = own.map(({ attempt }) => attempt)
        const response = await boss.touch(queue, attempts, tx ? { db: toBossDatabase(tx) } : {})
        all &&= affected(response) === own.length
      }
      return all
    },
    supervise: () => boss.supervise(),
    async countDead(partner) {
      const [found] = await database.raw(
        `SELECT count(*)::int AS count FROM ${database.schema}_queue.job WHERE name = $1 AND state < 'active'`,
        [nameOf(partner, 'dead')],
      )
      return Number(Object(found).count)
    },
    async redrive(partner, list) {
      let count = 0
      for (;;) {
        const moved = await boss.redrive(nameOf(partner, 'dead'), { data: { list }, limit: redriveBatch })
        if (moved === 0) return count
        count += moved
      }
    },
    stop: () => boss.stop({ graceful: false }),
  }
}

/** How many jobs a command changed; the type of pg-boss does not say that it tells. */
function affected(response: object): number {
  return Number(Object(response).affected)
}

/** pg-boss writes its own schema into its statements. */
function toBossDatabase(queries: Queries): BossDatabase {
  return { executeSql: async (text, values) => ({ rows: await queries.raw(text, values) }) }
}
