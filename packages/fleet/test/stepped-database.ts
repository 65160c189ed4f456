import type { Database, Queries } from '../src/database/database.ts'

/** Runs each statement of a database. A commit counts as one, and so does the moment after it. It may fail, or never return. */
export type Step = <Result>(work: () => Promise<Result>) => Promise<Result>

/** Wraps a database so that every statement is a step; closing the wrapper leaves the database open. */
export function stepThrough(database: Database, step: Step): Database {
  const through = (queries: Queries): Queries => ({
    query: (text, values) => step(() => queries.query(text, values)),
    raw: (text, values) => step(() => queries.raw(text, values)),
  })
  return {
    ...through(database),
    schema: database.schema,
    async transaction(work) {
      const result = await database.transaction(async (tx) => {
        const own = await work(through(tx))
        await step(async () => {})
        return own
      })
      // The transaction is committed; if this step fails, the caller does not learn of it.
      await step(async () => {})
      return result
    },
    exclusively: (work) => database.exclusively(work),
    close: async () => {},
  }
}
