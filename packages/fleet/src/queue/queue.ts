import { type Db as BossDatabase, PgBoss } from 'pg-boss'
import type { Database, Queries } from '../database/database.ts'
import { groupBy } from '../values/group-by.ts'

/** The queues of a partner: rows that may need a create, upgrades to poll, and dead letters, on which too many workers died. */
export type QueueKind = 'start' | 'follow' | 'dead'

/** A row in a queue. */
export interface QueuedRow {
  /** The list's number. */
  readonly list: number
  /** The row of the list, counted from 0. */
  readonly row: number
}

/** One attempt at a row. Declared here, because pg-boss's own declarations compile with some settings only. */
export interface Attempt {
  /** The job of the row. */
  readonly id: string
  /** How often the row had been claimed before. */
  readonly retryCount: number
}

/** A row that this worker has claimed from a queue, and holds for as long as it renews the claim in time. */
export interface Claim extends QueuedRow {
  /** The queue it came from. */
  readonly queue: string
  /** The attempt, which ends as soon as another worker has claimed the row. */
  readonly attempt: Attempt
}

/** When and where a row is due again. */
export interface NextTurn extends QueuedRow {
  /** The queue it goes into. */
  readonly kind: Exclude<QueueKind, 'dead'>
  /** Milliseconds until it is due. */
  readonly delay: number
  /** Whether it takes precedence over others, as a create in doubt does. @default false */
  readonly first?: boolean
}

/** The queues of a fleet. Changes within a transaction take effect only if it commits. */
export interface FleetQueue {
  /** Creates or migrates the queue's own schema. */
  install(): Promise<void>
  /** Connects. */
  start(): Promise<void>
  /** Creates the queues of a partner. */
  createQueues(partner: number): Promise<void>
  /** Loads the definitions of a partner's queues, so that nothing has to be looked up within a transaction. */
  prepare(partner: number): Promise<void>
  /** Claims up to `count` rows that are due. */
  take(partner: number, kind: QueueKind, count: number): Promise<readonly Claim[]>
  /** Puts rows into the queues of a partner; a row that is queued already stays where it is. */
  put(partner: number, rows: readonly NextTurn[], tx?: Queries): Promise<void>
  /** Removes a row from its queue; returns whether this worker still held it. */
  remove(claim: Claim, tx: Queries): Promise<boolean>
  /** Renews this worker's claims; returns whether it still held all of them. */
  renew(claims: readonly Claim[], tx?: Queries): Promise<boolean>
  /** Finds workers that have fallen silent, and gives their rows to others. */
  supervise(): Promise<void>
  /** Returns the number of rows in a partner's dead-letter queue. */
  countDead(partner: number): Promise<number>
  /** Moves the rows of a list from the dead-letter queue back into their queues; returns how many. */
  redrive(partner: number, list: number): Promise<number>
  /** Disconnects. */
  stop(): Promise<void>
}

/** The options of `createQueue`. */
export interface QueueOptions {
  /** How long a worker may be silent before its rows are given to others, in milliseconds. */
  readonly lease: number
  /** Whether to watch for workers that have fallen silent. @default false */
  readonly supervise?: boolean | undefined
  /** How many rows are moved out of the dead-letter queue at a time. @default 10000 */
  readonly redriveBatch?: number | undefined
  /** Called with errors that occur in the background. */
  readonly onError: (error: Error) => void
  /** The kind of database: `pglite` in tests. @default 'postgres' */
  readonly backend?: 'postgres' | 'pglite' | undefined
}

/** How many workers in a row may fall silent while working on a row, before it goes into the dead-letter queue. */
const mostSilences = 20
/** How long a row may wait for a worker, in seconds: ten years. */
const retention = 315_360_000
/** The time limit of an attempt, in seconds: a step takes minutes at most. */
const longestAttempt = 3_600

/** Creates the queues of a fleet on pg-boss. */
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
          // The first attempt is not a retry.
          retryLimit: mostSilences - 1,
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

/** How many jobs a command changed; pg-boss returns this number, but its types do not declare it. */
function affected(response: object): number {
  return Number(Object(response).affected)
}

/** Runs statements unchanged: pg-boss puts the schema's name into them itself. */
function toBossDatabase(queries: Queries): BossDatabase {
  return { executeSql: async (text, values) => ({ rows: await queries.raw(text, values) }) }
}
