// `npm run examples [-- NAME…] [--node=/path/to/node]`
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { atOnce } from './at-once.ts'
import { runConsumer } from './consumers.ts'
import { byHand } from './environment.ts'
import { packExamples } from './packed-examples.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { node: { type: 'string', default: process.execPath } },
})
const { examples, remove } = await packExamples(join(import.meta.dirname, '../..'))
try {
  const names = examples.map(({ name }) => name)
  const unknown = positionals.filter((name) => !names.includes(name))
  if (unknown.length > 0) {
    throw new Error(`There is no example ${unknown.join(', ')}: there are ${names.join(', ')}.`)
  }
  const wanted = examples.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
  const env = byHand(process.env, values.node)
  await atOnce(availableParallelism(), wanted, async (example, signal) => {
    const start = performance.now()
    await runConsumer(example, { env, signal })
    console.log(`${example.name} runs (${Math.round((performance.now() - start) / 100) / 10} s)`)
  })
} catch (error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) console.error(cause.message)
  process.exitCode = 1
} finally {
  await remove()
}
