import { DatabaseError } from '../errors.ts'
import { type Database, type Queries, schemaWriter } from './database.ts'
import { migrations } from './migrations.ts'

/** The version of the schema that this package works with. */
export const schemaVersion: number = migrations.length

/** The oldest PostgreSQL that the fleet is tested with, as `server_version_num`. */
const oldestServer = 150_000

/**
 * Checks the server's version, and that committed data survives a crash.
 *
 * @throws DatabaseError that names the version or the setting.
 */
export async function checkServer(queries: Queries): Promise<void> {
  const [settings] = await queries.query<{ version: number; name: string; commit: string }>(
    `SELECT current_setting('server_version_num')::int AS version, current_setting('server_version') AS name,
      current_setting('synchronous_commit') AS commit`,
  )
  if (!settings) throw new DatabaseError('unsafe', 'The database did not report its settings.')
  if (settings.version < oldestServer) {
    throw new DatabaseError(
      'version',
      `PostgreSQL ${settings.name} is too old: 15 or later is needed. Nothing was sent.`,
    )
  }
  if (settings.commit === 'off') {
    throw new DatabaseError(
      'unsafe',
      'synchronous_commit is off, so a crash could lose the request ID of a create that was sent. Set it to on for this database or user. Nothing was sent.',
    )
  }
}

/**
 * Reads the version of the schema.
 *
 * @returns 0 if there is none.
 */
export async function readVersion(queries: Queries, schema: string): Promise<number> {
  const [there] = await queries.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.version`,
  ])
  if (!there?.there) return 0
  const [row] = await queries.query<{ version: number }>('SELECT max(version) AS version FROM fleet.version')
  return row?.version ?? 0
}

/**
 * Checks that the schema has the version that this package works with.
 *
 * @throws DatabaseError that says what to do.
 */
export async function checkVersion(queries: Queries, schema: string): Promise<void> {
  const version = await readVersion(queries, schema)
  if (version === 0) {
    throw new DatabaseError(
      'uninitialized',
      `There is no fleet in the schema ${schema} of this database. Run \`fleet init\` first.`,
    )
  }
  if (version < schemaVersion) {
    throw new DatabaseError(
      'uninitialized',
      `The schema ${schema} has version ${version}, and this package works with ${schemaVersion}. Run \`fleet init\` to bring it up to date.`,
    )
  }
  refuseNewer(version, schema)
}

/**
 * Brings the schema up to date, in one transaction. The caller migrates the queue's schema, and makes sure that only one process migrates
 * at a time.
 *
 * @returns the version before.
 * @throws DatabaseError if the schema is newer than this package.
 */
export async function migrate(database: Database): Promise<number> {
  const { schema } = database
  return database.transaction(async (tx) => {
    const from = await readVersion(tx, schema)
    refuseNewer(from, schema)
    if (from === 0) {
      await tx.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
      await tx.query(
        'CREATE TABLE fleet.version (version int PRIMARY KEY, at timestamptz NOT NULL DEFAULT clock_timestamp())',
      )
    }
    for (const [index, text] of migrations.entries()) {
      if (index < from) continue
      await tx.raw(schemaWriter(schema)(text))
      await tx.query('INSERT INTO fleet.version (version) VALUES ($1)', [index + 1])
    }
    return from
  })
}

function refuseNewer(version: number, schema: string): void {
  if (version <= schemaVersion) return
  throw new DatabaseError(
    'newer',
    `The schema ${schema} has version ${version}, and this package supports ${schemaVersion} at most. Upgrade the package; a schema is never downgraded. Nothing was sent.`,
  )
}
