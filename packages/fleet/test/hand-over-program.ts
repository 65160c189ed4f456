import { createFleet } from '../src/create-fleet.ts'
import { openPostgres } from '../src/database/postgres.ts'
import { stepThrough } from './stepped-database.ts'

// Hands a journal over, and kills itself before the given statement. A commit counts as a statement, and so does the moment after it.
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

const fleet = createFleet(stepThrough(database, step))
await fleet.add(file, { partner: 'contoso', journal, stateFolder })
await fleet.close()
await database.close()
