/** Runs statements. Tables are written as `fleet.rows`, whatever the schema is called. */
export interface Queries {
  /** Runs one statement; returns its rows. */
  query<Row extends object = Record<string, unknown>>(text: string, values?: readonly unknown[]): Promise<Row[]>
  /** Runs statements as they are: several only without values. Returns the rows of all. */
  raw(text: string, values?: readonly unknown[]): Promise<unknown[]>
}

/** A database, over very few connections. */
export interface Database extends Queries {
  /** The schema of the fleet's tables. */
  readonly schema: string
  /** Runs statements that all count or none does. What `work` throws undoes them. */
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  /** Runs work that changes the schemas: one at a time, however many processes want to. It uses connections as any other. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result>
  /** Closes the connections. */
  close(): Promise<void>
}

/** A name that needs no quotes. */
const plainName = /^[a-z_][a-z0-9_]{0,40}$/

/**
 * Puts the name of the schema into a statement.
 *
 * @throws TypeError if it is no plain name.
 */
export function schemaWriter(schema: string): (text: string) => string {
  if (!plainName.test(schema)) {
    throw new TypeError(
      `schema must be a name in lower case, with digits and underscores, not ${JSON.stringify(schema)}`,
    )
  }
  return (text) => text.replaceAll('fleet.', `${schema}.`)
}
