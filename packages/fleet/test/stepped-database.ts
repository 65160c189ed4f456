import type { Database, Queries } from '../src/database/database.ts'

/** Runs before each statement of a database; a commit is one, and so is what comes after it. It may fail, or never return. */
export type Step = <Result>(work: () => Promise<Result>) => Promise<Result>

/** A database whose every statement is a step; closing it leaves the one behind it open. */
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
      // It was committed, and whoever fails here does not hear of it.
      await step(async () => {})
      return result
    },
    exclusively: (work) => database.exclusively(work),
    close: async () => {},
  }
}
