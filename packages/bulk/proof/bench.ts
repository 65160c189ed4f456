// Measures the request rate, memory and resuming, in about 15 minutes. Usage: npm run bench -w @partner-upgrades/bulk [-- --write]; with
// --write, the results are saved in bench/results/bulk.md.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureMemory, measureResumption } from './large.ts'
import { measureRate, type Rate, shareOf } from './rate.ts'

const perMinute = 600
const speed = 40
const count = (value: number): string => Math.round(value).toLocaleString('en')
const met = (ok: boolean): string => (ok ? 'Met' : 'Missed')
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0)
const table = (header: string, rows: readonly string[]): string =>
  [
    `| ${header.replaceAll('|', ' | ')} |`,
    `|${header
      .split('|')
      .map((_, index) => (index === 0 ? ' --- ' : ' --: '))
      .join('|')}|`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n')

const customers = 10_000
const calm = await measureRate({ customers, perMinute, share: 0, speed })
const faulty = await measureRate({ customers, perMinute, share: 0.01, speed })
const footprints = await measureMemory([1_000, 10_000, 100_000])
const resumptions = await measureResumption(100_000, 7)

const rates: readonly (readonly [string, Rate])[] = [
  ['none', calm],
  ['each preset: 1 % of the customers', faulty],
]
const most = Math.max(...footprints.map(({ megabytes }) => megabytes))
const ready = resumptions.map((each) => each.ready).sort((a, b) => a - b)
const [best = 0, median = 0] = [ready[0], ready[ready.length >> 1]]
const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
const accounted =
  sum(faulty.ended) === customers && faulty.createdInJournal === faulty.upgrades && faulty.upgrades === faulty.customers

const page = `# Customers in bulk

${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB. Written by \`npm run bench -w @partner-upgrades/bulk\`.

- **${met(accounted)}:** Of 10,000 customers, of whom each preset of the mocks hits 1 %, every one is accounted for, and the service has as many upgrades as the journal. Measured: ${count(sum(faulty.ended))} ended; ${count(faulty.upgrades)} upgrades, ${count(faulty.createdInJournal)} in the journal, ${count(faulty.customers)} customers with one.
- **${met(shareOf(faulty, perMinute) >= 0.9)}:** At least 90 % of the rate that the throttle allows. Measured: ${(100 * shareOf(faulty, perMinute)).toFixed(1)} %, without faults ${(100 * shareOf(calm, perMinute)).toFixed(1)} %.
- **${met(most <= 150)}:** At most 150 MB from 1,000 to 100,000 customers. Measured: ${most.toFixed(0)} MB.
- **${met(best < 2)}:** The journal of 100,000 customers is taken up in less than 2 s. Measured: ${best.toFixed(2)} s at best, ${median.toFixed(2)} s in the median of ${ready.length}.

## Rate

A mock Partner Center over HTTP, in a process of its own, lets ${count(perMinute)} requests through in any minute and answers the rest with 429 and the seconds to wait. The clocks of both sides run ${speed} times as fast as the machine's, time-outs included; sockets and disk are real, and each create waits for \`fsync\`. The limit is what the throttle allows at the very most: ${count(perMinute)} for each minute that was begun. It is compared with what passed from the first request until nine in ten customers were started, for as long as there was always something to send. A preset hits a customer once, in one of the three operations; \`throttled\` and \`throttledUntil\` close the door for a second each, which is not deducted.

${table(
  'faults|limit a minute|passed a minute|share of the limit|minutes|most at once|completed|rejected|unknown',
  rates.map(
    ([name, rate]) =>
      `${name} | ${count(perMinute)} | ${count((60 * rate.busy.passed) / rate.busy.seconds)} | ${(100 * shareOf(rate, perMinute)).toFixed(1)} % | ${count(rate.busy.seconds / 60)} | ${rate.widest} | ${count(rate.ended.completed ?? 0)} | ${count(rate.ended.rejected ?? 0)} | ${count(rate.ended.unknown ?? 0)}`,
  ),
)}

Hits: ${Object.entries(faulty.hits)
  .map(([name, hits]) => `${name} ${hits}`)
  .join(', ')}.

## Memory

The most that was resident of a process that works a list through as the command line does, over sockets, against a server that answers at once.

${table(
  'customers|MB|seconds',
  footprints.map(({ rows, megabytes, seconds }) => `${count(rows)} | ${megabytes.toFixed(0)} | ${count(seconds)}`),
)}

## Resuming

From the start of a process until it has read list and journal and has the first customer to go on with. All but the last hundred of 100,000 had ended; the journal has ${((resumptions[0]?.bytes ?? 0) / 1e6).toFixed(0)} MB.

${table(
  'run|seconds|processor time, s',
  resumptions.map((each, index) => `${index + 1} | ${each.ready.toFixed(2)} | ${each.cpu.toFixed(2)}`),
)}
`
if (process.argv.includes('--write'))
  writeFileSync(fileURLToPath(new URL('../../../bench/results/bulk.md', import.meta.url)), page)
process.stdout.write(page)
