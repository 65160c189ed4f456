import { openFleet } from '../src/index.ts'

// One of the processes that work on a fleet's lists, and may be killed at any moment.
const [database = '', application = '', ...skew] = process.argv.slice(2)
const stopping = new AbortController()
process.once('SIGTERM', () => stopping.abort())
const [ahead = 0] = skew.map(Number)
if (ahead !== 0) {
  const now = Date.now
  Date.now = () => now() + ahead
}
const fleet = openFleet({ database })
await fleet.work({
  client: () => ({
    credential: 'token',
    application,
    minPollDelay: 500,
    maxPollDelay: 500,
    timeout: 5_000,
    settleFor: 2_000,
  }),
  parallel: 8,
  lease: 10_000,
  untilDone: true,
  signal: stopping.signal,
  onEvent: (event) => {
    if (event.is !== 'row') process.stderr.write(`${JSON.stringify(event)}\n`)
  },
})
await fleet.close()
