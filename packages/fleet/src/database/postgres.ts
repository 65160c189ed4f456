import pg from 'pg'
import { type Database, type Queries, schemaWriter } from './database.ts'
import { toDatabaseError } from './database-error.ts'

/** The maximum number of pooled connections per process. */
const mostConnections = 2

/**
 * Opens a database by its URL. It connects on first use.
 *
 * @throws TypeError if `schema` is not a plain name.
 */
export function openPostgres(url: string, schema: string): Database {
  const write = schemaWriter(schema)
  const connection: pg.ClientConfig = {
    connectionString: url,
    application_name: 'partner-upgrades',
    connectionTimeoutMillis: 10_000,
    // Gives up on a connection that has gone silent.
    query_timeout: 60_000,
    keepAlive: true,
  }
  const pool = new pg.Pool({ ...connection, max: mostConnections })
  const ignore = (): void => {}
  // The pool replaces a connection that breaks while idle.
  pool.on('error', ignore)
  // A connection that breaks in use rejects its queries; without this listener, it would also crash the process.
  pool.on('connect', (client) => client.on('error', ignore))

  function queriesOn(client: Pick<pg.Pool, 'query'>): Queries {
    async function raw(text: string, values: readonly unknown[] = []): Promise<unknown[]> {
      try {
        const result: pg.QueryResult | readonly pg.QueryResult[] = await client.query(text, [...values])
        return Array.isArray(result) ? result.flatMap(({ rows }) => rows) : Object(result).rows
      } catch (cause) {
        throw toDatabaseError(cause, url)
      }
    }
    return {
      raw,
      async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
        try {
          const { rows } = await client.query<Row & pg.QueryResultRow>(write(text), [...values])
          return rows
        } catch (cause) {
          throw toDatabaseError(cause, url)
        }
      },
    }
  }

  return {
    ...queriesOn(pool),
    schema,
    async transaction(work) {
      const client = await pool.connect().catch((cause: unknown) => {
        throw toDatabaseError(cause, url)
      })
      const queries = queriesOn(client)
      let broken = true
      try {
        await queries.query('BEGIN')
        const result = await work(queries)
        await queries.query('COMMIT')
        broken = false
        return result
      } catch (error) {
        broken = await client.query('ROLLBACK').then(
          () => false,
          () => true,
        )
        throw error
      } finally {
        client.release(broken)
      }
    },
    async exclusively(work) {
      // A separate connection, because the work may need the whole pool. However it ends, the lock ends with it.
      const holder = new pg.Client(connection)
      holder.on('error', ignore)
      try {
        await holder.connect()
        // Within a transaction, so that a connection pooler keeps it on one server process.
        await holder.query('BEGIN')
        await holder.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`partner-upgrades ${schema}`])
      } catch (cause) {
        await holder.end()
        throw toDatabaseError(cause, url)
      }
      return work().finally(() => holder.end())
    },
    close: () => pool.end(),
  }
}
