/** Runs statements, which refer to tables as `fleet.rows` whatever the schema is called. */
export interface Queries {
  /** Runs one statement and returns its rows. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Runs statements unchanged and returns the rows of all. Several statements at once cannot have values. */
  raw(text: string, values?: readonly unknown[]): Promise<unknown[]>
}

/** A database that is used over very few connections. */
export interface Database extends Queries {
  /** The schema of the fleet's tables. */
  readonly schema: string
  /** Runs statements in a transaction, which is rolled back if `work` throws. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  /** Runs work that changes the schemas under a lock that all processes share. The work uses connections as usual. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>
  /** Closes the connections. */
  close(): Promise<void>
}

/** A name that needs no quotes in SQL. */
const plainName = /^[a-z_][a-z0-9_]{0,40}$/

/**
 * Returns a function that puts the schema's name into a statement.
 *
 * @throws TypeError if it is not a plain name.
 */
export function schemaWriter(schema: string): (text: string) => string {
  if (!plainName.test(schema)) {
    throw new TypeError(
      `schema must be a name of lower-case letters, digits and underscores, not ${JSON.stringify(schema)}`,
    )
  }
  return (text) => text.replaceAll('fleet.', `${schema}.`)
}
