import { systemClock } from '@partner-upgrades/client'
import { workerOptions } from '@partner-upgrades/store-proof'
import { readCustomers, runBulk } from '../src/index.ts'
import { openSqliteStore } from './sqlite-store.ts'

// One of several processes that share a store in SQLite and may be killed at any time.
const [file = '', baseUrl = '', path = '', flaw = ''] = process.argv.slice(2)
const store = openSqliteStore(path, await readCustomers(file), systemClock, 1_000)
const hold = flaw === 'holds nobody' ? async () => {} : store.hold
await runBulk({ ...workerOptions(baseUrl), store: { ...store, hold } })
await store.close()
