import { randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import type { Clock } from '@partner-upgrades/client'
import {
  type Claim,
  type Customers,
  checkEntry,
  createRowStates,
  type History,
  inBatches,
  type JournalEntry,
  type JournalEvent,
  type RecordedEntry,
  type Store,
} from '../src/index.ts'

/**
 * Opens a store in a database, as the comment of `Store` describes it: one table, whose sequence defines the order, and a transaction
 * around each step, which reads new events before it writes.
 */
export function openSqliteStore(path: string, customers: Customers, clock: Clock, lease = 30_000): Store {
  const database = new DatabaseSync(path, { timeout: 10_000 })
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  database.exec(
    'CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, worker TEXT, at REAL, event TEXT, counts INTEGER)',
  )
  const news = database.prepare('SELECT seq, worker, at, event FROM events WHERE seq > ? ORDER BY seq')
  const insert = database.prepare('INSERT INTO events (worker, at, event, counts) VALUES (?, ?, ?, ?)')
  const rows = createRowStates(customers, lease)
  const worker = randomUUID()
  let seen = 0

  function catchUp(): void {
    for (const { seq, worker: from, at, event } of news.all(seen)) {
      seen = Number(seq)
      rows.apply(String(from), Number(at), JSON.parse(String(event)))
    }
  }

  function write(event: JournalEvent): boolean {
    const counts = rows.apply(worker, clock.now(), event)
    seen = Number(insert.run(worker, clock.now(), JSON.stringify(event), Number(counts)).lastInsertRowid)
    return counts
  }

  async function step<T>(work: () => T): Promise<T> {
    database.exec('BEGIN IMMEDIATE')
    catchUp()
    const result = work()
    database.exec('COMMIT')
    return result
  }

  const append = inBatches((entries: readonly JournalEntry[]) => step(() => entries.map(write)))

  return {
    lease,
    claim: (kind, count) =>
      step((): Claim => {
        const picked = rows.pick(worker, kind, count, clock.now())
        if (picked.rows.length > 0) write({ is: 'claimed', rows: picked.rows })
        return { work: picked.rows.map((row) => rows.work(row, clock.now())), wait: picked.wait }
      }),
    append: async (entry) => append(checkEntry(entry, customers.size)),
    renew: async () => void (await step(() => write({ is: 'alive' }))),
    hold: async (ms) => void (await step(() => write({ is: 'throttled', quietFor: ms }))),
    async progress() {
      const progress = rows.progress(clock.now())
      return { ...progress, workers: Math.max(1, progress.workers) }
    },
    async *histories() {
      const find = database.prepare(
        "SELECT at, event, counts FROM events WHERE json_extract(event, '$.row') = ? ORDER BY seq",
      )
      for (let row = 0; row < customers.size; row++) {
        const entries = find.all(row).map(({ at, event, counts }): RecordedEntry => {
          return { ...JSON.parse(String(event)), at: Number(at), counts: counts === 1 }
        })
        yield { row, entries } satisfies History
      }
    },
    async close() {
      await step(() => write({ is: 'left' }))
      database.close()
    },
  }
}
