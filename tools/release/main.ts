// `npm run release:rehearse`
import { parseArgs } from 'node:util'
import { rehearse } from './rehearsal.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)))
// A pipe that ends, as that to `head` does, must not end the process before it has tidied up.
process.stdout.on('error', () => stop.abort(new Error('Nobody reads the output any more.')))

const start = performance.now()
try {
  // There is nothing to choose: whoever types `--help` is not to wait for a rehearsal.
  parseArgs({ options: {} })
  await rehearse({ print: console.log, signal: stop.signal })
  console.log(`Rehearsed in ${Math.round((performance.now() - start) / 1000)} seconds; nothing is left of it.`)
} catch (error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) console.error(cause.message)
  process.exitCode = 1
}
