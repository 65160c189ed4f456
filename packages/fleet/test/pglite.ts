import { PGlite, type Transaction } from '@electric-sql/pglite'
import { type Database, type Queries, schemaWriter } from '../src/database/database.ts'

/** PGlite takes seconds to start, so all tests of a process share one. */
let shared: Promise<PGlite> | undefined
let schemas = 0

/** Opens a new schema in an in-memory PostgreSQL inside this process. It has one connection, so transactions wait for each other. */
export async function openPglite(): Promise<Database> {
  shared ??= PGlite.create()
  const pglite = await shared
  const schema = `fleet_${++schemas}`
  const write = schemaWriter(schema)

  const queriesOn = (target: Pick<Transaction, 'query' | 'exec'>): Queries => ({
    query: async <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
      (await target.query<Row>(write(text), [...values])).rows,
    async raw(text, values = []) {
      if (values.length > 0) return (await target.query(text, [...values])).rows
      return (await target.exec(text)).flatMap(({ rows }) => rows)
    },
  })

  return {
    ...queriesOn(pglite),
    schema,
    transaction: (work) => pglite.transaction((tx) => work(queriesOn(tx))),
    exclusively: (work) => work(),
    close: async () => {},
  }
}
