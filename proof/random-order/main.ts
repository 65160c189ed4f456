// Runs every suite of `npm test` in random orders, without cache, in several copies of the workspace at once, so that the machine is busy.
// Usage: npm run random-order -w @partner-upgrades/proof [-- --runs 50] [--lanes 5] [--seed NUMBER] [--only packages/client] [--write]
// Prints each failure with its seed; --write records the figures in bench/results/random-order.md.
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { nx, suites, vitest } from '../workspace/suites.ts'
import { createWorkspaceCopy } from '../workspace/workspace-copy.ts'
import { describeRuns, type SuiteRun, shuffled } from './suite-runs.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    lanes: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(1 + (Date.now() % 1_000_000)) },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})
const [runs, lanes, first] = [toCount('runs'), toCount('lanes'), toCount('seed')]
const chosen = suites().filter((suite) => values.only === undefined || suite === values.only)
if (chosen.length === 0) throw new Error(`--only ${values.only} names no suite; expected one of ${suites().join(', ')}`)
const logs = join(import.meta.dirname, '../reports/random-order')
mkdirSync(logs, { recursive: true })

const done: SuiteRun[] = []
let next = 0

function toCount(name: 'runs' | 'lanes' | 'seed'): number {
  if (/^[1-9]\d*$/.test(values[name])) return Number(values[name])
  throw new Error(`--${name} ${values[name]} is not a whole number above 0`)
}

async function work(): Promise<void> {
  const { folder, nodeIn, remove } = await createWorkspaceCopy()
  try {
    const { code, output } = await nodeIn('.', [nx, 'run-many', '-t', 'build', '--output-style=static'], 0)
    if (code !== 0) throw new Error(`The build of ${folder} failed:\n${output}`)
    for (let run = next++; run < runs; run = next++) {
      const seed = first + run
      for (const suite of shuffled(chosen, seed)) {
        const order = ['--sequence.shuffle.files', '--sequence.shuffle.tests', `--sequence.seed=${seed}`]
        const result = await nodeIn(suite, [vitest, 'run', ...order], 0)
        const failed = result.code !== 0
        const load = loadavg()[0] ?? 0
        done.push({ run, suite, seed, failed, load })
        if (!failed) continue
        const log = join(logs, `${suite.replaceAll('/', '-')}-${seed}.log`)
        writeFileSync(log, result.output)
        console.log(`FAILED: ${suite}, seed ${seed}: ${log}`)
      }
      console.log(`run ${run + 1} of ${runs} (seed ${seed}) ended, load average ${loadavg()[0]?.toFixed(1)}`)
    }
  } finally {
    remove()
  }
}

const begin = performance.now()
await Promise.all(Array.from({ length: Math.min(lanes, runs) }, work))
const minutes = (performance.now() - begin) / 60_000
const text = describeRuns(done, { runs, lanes, minutes, cores: availableParallelism() })
console.log(text)
if (values.write) writeFileSync(join(import.meta.dirname, '../../bench/results/random-order.md'), text)
if (done.some(({ failed }) => failed)) process.exitCode = 1
