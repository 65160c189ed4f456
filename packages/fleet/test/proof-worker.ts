import { openFleet } from '../src/index.ts'

// A worker process on a list, which may be killed at any moment.
const [database = '', schema = ''] = process.argv.slice(2)
const fleet = openFleet({ database, schema })
await fleet.work({
  client: () => ({
    credential: 'token',
    application: process.env.WORKER_NAME ?? '',
    minPollDelay: 100,
    maxPollDelay: 100,
    settleFor: 1_000,
  }),
  parallel: 4,
  lease: 10_000,
  untilDone: true,
})
await fleet.close()
