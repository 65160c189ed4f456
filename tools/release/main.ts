// `npm run release:rehearse`
import { parseArgs } from 'node:util'
import { rehearse } from './rehearsal.ts'

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => stop.abort(new Error(`Stopped by ${signal}.`)))
// A closed pipe, such as that to `head`, must not end the process before it has cleaned up.
process.stdout.on('error', () => stop.abort(new Error('Nobody reads the output any more.')))

const start = performance.now()
try {
  // There are no options, so that `--help` is an error and does not start a rehearsal.
  parseArgs({ options: {} })
  await rehearse({ print: console.log, signal: stop.signal })
  console.log(`Rehearsed in ${Math.round((performance.now() - start) / 1000)} seconds; nothing is left of it.`)
} catch (error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) console.error(cause.message)
  process.exitCode = 1
}
