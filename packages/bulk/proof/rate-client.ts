import { dirname } from 'node:path'
import { upgradeCustomers } from '../src/index.ts'
import { createFastClock } from './fast-clock.ts'

// Processes a list over sockets, on a clock that runs `speed` times as fast, and prints how it ended.
const [file = '', baseUrl = '', speed = '', origin = ''] = process.argv.slice(2)
const clock = createFastClock(Number(speed), Number(origin))
const begin = clock.now()
let widest = 0
const { progress } = await upgradeCustomers({
  file,
  stateFolder: dirname(file),
  // Time-outs use the machine's clock: this is the default, scaled to that speed.
  client: { credential: 'token', baseUrl, clock, timeout: 60_000 / Number(speed) },
  parallel: 48,
  pollsPerMinute: 300,
  onProgress({ parallel }) {
    widest = Math.max(widest, parallel)
  },
})
process.stdout.write(`${JSON.stringify({ ended: progress.ended, widest, seconds: (clock.now() - begin) / 1_000 })}\n`)
