import { leanMemory } from '@partner-upgrades/bulk'
import { openFleet } from '../../src/index.ts'

// A worker as the command line runs it, until nothing is left to do.
leanMemory()
const [database = '', partner = ''] = process.argv.slice(2)
const fleet = openFleet({ database })
await fleet.work({
  client: () => ({ credential: 'token', minPollDelay: 1_000, maxPollDelay: 1_000 }),
  partners: [partner],
  untilDone: true,
})
await fleet.close()
