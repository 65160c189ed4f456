import { dirname } from 'node:path'
import { leanMemory, upgradeCustomers } from '../src/index.ts'
import { createFastClock } from './fast-clock.ts'

// Processes a list as the command line does, and prints the peak memory that the operating system reports.
leanMemory()
const [file = '', baseUrl = '', origin = ''] = process.argv.slice(2)
const { progress } = await upgradeCustomers({
  file,
  stateFolder: dirname(file),
  client: { credential: 'token', baseUrl, clock: createFastClock(100, Number(origin)) },
  parallel: 32,
  pollsPerMinute: 1_000_000,
})
process.stdout.write(
  `${JSON.stringify({ ended: progress.ended, megabytes: process.resourceUsage().maxRSS / 1_024 })}\n`,
)
