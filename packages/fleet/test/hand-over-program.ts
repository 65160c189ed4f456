import { createFleet } from '../src/create-fleet.ts'
import type { Database, Queries } from '../src/database/database.ts'
import { openPostgres } from '../src/database/postgres.ts'

// Hands a journal over, and is killed before so many of its statements; a commit is one, and so is what comes after it.
const [url = '', file = '', journal = '', stateFolder = '', kill = ''] = process.argv.slice(2)
const database = openPostgres(url, 'partner_upgrades')
let left = Number(kill)

async function step<Result>(work: () => Promise<Result>): Promise<Result> {
  if (--left === 0) {
    process.kill(process.pid, 'SIGKILL')
    await new Promise(() => {})
  }
  return work()
}

const through = (queries: Queries): Queries => ({
  query: (text, values) => step(() => queries.query(text, values)),
  raw: (text, values) => step(() => queries.raw(text, values)),
})
const mortal: Database = {
  ...through(database),
  schema: database.schema,
  async transaction(work) {
    const result = await database.transaction(async (tx) => {
      const own = await work(through(tx))
      await step(async () => {})
      return own
    })
    await step(async () => {})
    return result
  },
  close: () => database.close(),
}
const fleet = createFleet(mortal)
await fleet.add(file, { partner: 'contoso', journal, stateFolder })
await fleet.close()
