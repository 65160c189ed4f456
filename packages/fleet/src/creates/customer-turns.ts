import type { CreateSubject, IdempotencyEntry, PendingCreate } from '@partner-upgrades/client'
import type { LockHolder } from '@partner-upgrades/client/node'
import type { Queries } from '../database/database.ts'
import { FleetError } from '../errors.ts'
import { isFree } from './is-free.ts'

/** Lets only one worker of a fleet at a time work on a customer of a service, whichever list names the customer. */
export interface CustomerTurns {
  /** Claims the record of a customer's create, or returns the worker that holds it. */
  tryOpen(subject: CreateSubject): Promise<IdempotencyEntry | { readonly holder: LockHolder }>
}

/** The previous holder released it in the meantime. */
const nobody = { id: '', host: '', pid: 0, seen: '', started: 0 }

interface Columns {
  readonly pending: PendingCreate | null
  readonly over: boolean
}

/** The options of `createCustomerTurns`. */
export interface CustomerTurnsOptions {
  /** The worker's ID. */
  readonly worker: string
  /** How long to remember a created upgrade, in milliseconds: until the service reliably shows it. */
  readonly keep: number
  /** Runs `work`, and retries it while the database is unavailable. */
  readonly persist: (work: () => Promise<void>) => Promise<void>
}

/**
 * Keeps one row for each service, customer and product family: the request ID of its create, until the outcome is known, and the worker
 * that holds it. A worker whose lease has expired holds nothing.
 */
export function createCustomerTurns(queries: Queries, { worker, keep, persist }: CustomerTurnsOptions): CustomerTurns {
  async function take(key: readonly string[], turn: string): Promise<Columns | undefined> {
    const [taken] = await queries.query<Columns>(
      `INSERT INTO fleet.creates AS c (service, customer_id, product_family, holder, turn) VALUES ($1, $2, $3, $4, $6)
        ON CONFLICT (service, customer_id, product_family) DO UPDATE SET holder = $4, turn = $6
          WHERE c.holder = $4 OR ${isFree}
        RETURNING pending, coalesce(saved_at < clock_timestamp() - $5 * interval '1 millisecond', false) AS over`,
      [...key, worker, keep, turn],
    )
    return taken
  }

  /** Releases a customer. Retried, because a live worker would otherwise hold it forever; a late release does not end later turns. */
  async function release(key: readonly string[], turn: string): Promise<void> {
    const free = async (): Promise<void> => {
      await queries.query(
        `UPDATE fleet.creates SET holder = NULL, turn = NULL
          WHERE service = $1 AND customer_id = $2 AND product_family = $3 AND turn = $4`,
        [...key, turn],
      )
    }
    // What a stopping worker cannot release becomes free once the worker has left.
    await persist(free).catch(() => {})
  }

  async function holderOf(key: readonly string[]): Promise<LockHolder> {
    const [found] = await queries.query<{ id: string; host: string; pid: number; seen: string; started: number }>(
      `SELECT w.id, w.host, w.pid, w.seen_at::text AS seen, (extract(epoch FROM w.started_at) * 1000)::float8 AS started
        FROM fleet.creates c JOIN fleet.workers w ON w.id = c.holder
        WHERE c.service = $1 AND c.customer_id = $2 AND c.product_family = $3`,
      key,
    )
    const { id, host, pid, seen, started } = found ?? nobody
    return { id, process: { host, pid, startedAt: started }, purpose: 'a worker of the fleet', since: seen }
  }

  return {
    async tryOpen({ baseUrl, customerId, productFamily }) {
      const key = [baseUrl.toLowerCase(), customerId, productFamily.toLowerCase()]
      const turn = crypto.randomUUID()
      const taken = await take(key, turn).catch(async (error: unknown) => {
        // The claim may have been committed all the same.
        await release(key, turn)
        throw error
      })
      if (!taken) return { holder: await holderOf(key) }
      const { pending, over } = taken

      /** Changes the record, as long as this worker holds it. */
      async function change(changes: string, ...values: readonly unknown[]): Promise<void> {
        const changed = await queries.query(
          `UPDATE fleet.creates SET ${changes}
            WHERE service = $1 AND customer_id = $2 AND product_family = $3 AND turn = $4 RETURNING true`,
          [...key, turn, ...values],
        )
        if (changed.length === 0) throw new FleetError('Another worker has taken over the customer')
      }

      return {
        ...(pending && !(pending.upgradeId && over) && { pending }),
        save: (next) => change('pending = $5, saved_at = clock_timestamp()', JSON.stringify(next)),
        // A record left behind by mistake costs one extra query of the service next time, nothing else.
        clear: () => change('pending = NULL, saved_at = NULL').catch(() => {}),
        close: () => release(key, turn),
      }
    },
  }
}
