import { dirname, join } from 'node:path'
import { upgradeCustomers } from '../src/index.ts'

// One of the processes that work a list through, and may be killed at any moment.
const [file = '', baseUrl = ''] = process.argv.slice(2)
await upgradeCustomers({
  file,
  client: {
    credential: 'token',
    baseUrl,
    application: process.env.WORKER_NAME ?? '',
    minPollDelay: 50,
    maxPollDelay: 50,
    settleFor: 500,
  },
  stateFolder: join(dirname(file), 'state'),
  parallel: 4,
  pollsPerMinute: 6_000,
  lease: 400,
})
