import { systemClock } from '@partner-upgrades/client'
import { readCustomers, runBulk } from '../src/index.ts'
import { openSqliteStore } from './sqlite-store.ts'

// One of the processes that share a store in SQLite, and may be killed at any moment.
const [file = '', baseUrl = '', path = ''] = process.argv.slice(2)
const store = openSqliteStore(path, await readCustomers(file), systemClock, 1_000)
await runBulk({
  store,
  client: {
    credential: 'token',
    baseUrl,
    application: process.env.WORKER_NAME ?? '',
    minPollDelay: 50,
    maxPollDelay: 50,
    settleFor: 500,
  },
  parallel: 4,
  pollsPerMinute: 6_000,
})
await store.close()
