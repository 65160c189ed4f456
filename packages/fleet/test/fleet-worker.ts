import { openFleet } from '../src/index.ts'

// A worker process of a fleet, which may be killed at any moment. Its clock may be set ahead.
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
