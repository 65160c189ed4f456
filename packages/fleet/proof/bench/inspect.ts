import { Client } from 'pg'

/** Disk use, in bytes. */
export interface DiskUse {
  /** The fleet's tables, without their indexes. */
  readonly tables: number
  /** The indexes of these tables. */
  readonly indexes: number
  /** The queue, with its indexes. */
  readonly queue: number
}

/** Inspects a server over a separate connection. */
export interface Inspector {
  /** Returns how many bytes of write-ahead log were written so far. */
  wal(): Promise<number>
  /** Returns the disk use of fleet and queue. */
  disk(): Promise<DiskUse>
  /** Returns how many connections the fleet's processes hold. */
  connections(): Promise<number>
  /** Runs one statement. */
  query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]>
  close(): Promise<void>
}

/** Connects to the server of a fleet in the default schema. */
export async function inspect(url: string): Promise<Inspector> {
  const client = new Client({ connectionString: url, application_name: 'inspector' })
  await client.connect()

  async function query(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return (await client.query(text)).rows
  }

  async function numberOf(text: string): Promise<number> {
    const [row] = await query(text)
    return Number(row?.value)
  }

  const sum = (what: string, schema: string): Promise<number> =>
    numberOf(
      `SELECT coalesce(sum(${what}(c.oid)), 0) AS value FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = '${schema}' AND c.relkind = 'r'`,
    )

  return {
    query,
    wal: () => numberOf(`SELECT pg_current_wal_insert_lsn() - '0/0' AS value`),
    disk: async () => ({
      tables: await sum('pg_table_size', 'partner_upgrades'),
      indexes: await sum('pg_indexes_size', 'partner_upgrades'),
      queue: await sum('pg_total_relation_size', 'partner_upgrades_queue'),
    }),
    connections: () =>
      numberOf(`SELECT count(*) AS value FROM pg_stat_activity WHERE application_name = 'partner-upgrades'`),
    close: () => client.end(),
  }
}
