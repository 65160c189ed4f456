import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Filling } from './fill.ts'
import type { FilledTimes } from './filled.ts'
import type { Latencies } from './latencies.ts'
import type { Pacing } from './pacing.ts'
import type { Sample, WorkerUse } from './worker.ts'

/** All measurements. */
export interface Measured {
  readonly filling: Filling
  readonly filled: FilledTimes
  readonly worker: WorkerUse
  /** Polls until an upgrade was completed. */
  readonly polls: number
  readonly shared: Pacing
  readonly own: Pacing
  readonly processes: number
  /** The load average at the start. */
  readonly load: number
  readonly settings: readonly string[]
}

const count = (value: number): string => Math.round(value).toLocaleString('en')
const ms = (value: number): string => `${value.toFixed(1)} ms`
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(header), line(header.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}

function goal(met: boolean, sentence: string): string {
  return `- **${met ? 'Met' : 'Missed'}:** ${sentence}`
}

/** The peak memory of the samples. */
function most(samples: readonly Sample[]): number {
  return Math.max(...samples.map(({ megabytes }) => megabytes))
}

/** Summarizes a worker's samples. Compares memory only after the first third: by then, everything is loaded. */
function sumUp({ samples }: WorkerUse): { connections: number; most: number; before: number; after: number } {
  const settled = samples.slice(Math.floor(samples.length / 3))
  const half = settled.length >> 1
  return {
    connections: Math.max(...samples.map(({ connections }) => connections)),
    most: most(samples),
    before: most(settled.slice(0, half)),
    after: most(settled.slice(half)),
  }
}

/** Formats the results as Markdown. */
export function toPage(measured: Measured): string {
  const { filling, filled, worker, polls, shared, own, processes, load, settings } = measured
  const { rows, disk } = filling
  const used = sumUp(worker)
  const [before, after] = worker.disk
  const cost = (name: string, added: number, worked: number): readonly string[] => {
    const each = worked / worker.customers
    return [name, gigabytes(added), `${count(each)} B`, gigabytes(added + rows * each)]
  }
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const latencies = (name: string, { p50, p99, most: max }: Latencies): readonly string[] => [
    name,
    ms(p50),
    ms(p99),
    ms(max),
  ]
  const pace = (name: string, { rate, refused, ceiling }: Pacing): readonly string[] => [
    name,
    rate.toFixed(1),
    percent(rate / ceiling),
    percent(refused),
  ]
  return `# A fleet's list of ${count(rows)} customers

${new Date().toISOString().slice(0, 10)}, commit ${commit}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${Math.round(totalmem() / 2 ** 30)} GiB, load average ${load.toFixed(1)} at the start and ${loadavg()[0]?.toFixed(1)} at the end. PostgreSQL with its own defaults and ${settings.join(', ')}, on the same machine as everything else. Written by \`npm run bench -w @partner-upgrades/fleet\`.

${[
  goal(
    filled.claimMany.p99 <= 50 && filled.claimOne.p99 <= 50,
    `On a machine that does nothing else, a row is claimed in 50 ms at the most, 99 times in 100. Measured: ${ms(filled.claimOne.p99)}, for 16 at once ${ms(filled.claimMany.p99)}, for an empty statement ${ms(filled.nothing.p99)}.`,
  ),
  goal(
    filled.status.p50 <= 10,
    `\`status\` takes 10 ms at the most. Measured: ${ms(filled.status.p50)} in the median, ${ms(filled.status.p99)} 99 times in 100.`,
  ),
  goal(used.connections <= 2, `A worker holds two connections at the most. Measured: ${used.connections}.`),
  goal(
    used.most <= 150 && used.after <= used.before * 1.1,
    `A worker takes 150 MB at the most, and no more as time goes on. Measured: ${used.most.toFixed(0)} MB at the most; in the second third of ${count(worker.seconds)} s ${used.before.toFixed(0)} MB, in the last ${used.after.toFixed(0)} MB.`,
  ),
  goal(
    shared.refused <= 0.01 && shared.rate >= 0.9 * shared.ceiling,
    `${processes} processes use a ceiling to 90 %, with 1 % of 429s at the most. Measured: ${percent(shared.rate / shared.ceiling)}, ${percent(shared.refused)} of 429s.`,
  ),
].join('\n')}

## What ${count(rows)} customers cost

${table(
  ['', 'added, not begun', 'each that has ended, on top', 'all ended'],
  [
    cost('tables', disk.tables, after.tables - before.tables),
    cost('their indexes', disk.indexes, after.indexes - before.indexes),
    ['queue, with its indexes', gigabytes(disk.queue), 'none', gigabytes(disk.queue)],
    cost('write-ahead log, in all', filling.wal, worker.wal),
  ],
)}

Adding the list took ${count(filling.seconds)} s. What an ended customer takes is measured with another ${count(worker.customers)} in the same database: a check, a create and ${polls} polls each. The queue gives no disk back as rows leave it, but uses it again. Write-ahead log is recycled: what stays of it is \`max_wal_size\`, and what archives and replicas take.

Hours for ${count(rows)} customers, by what the service allows in a minute; the gate lets through 95 % of it:

${table(
  ['requests a customer', ...ceilings.map((ceiling) => `${count(ceiling)} a minute`)],
  [1, 3, 10].map((each) => [
    `check, create, ${each} ${each === 1 ? 'poll' : 'polls'}`,
    ...ceilings.map((ceiling) => count(((each + 2) * rows) / (ceiling * 0.95) / 60)),
  ]),
)}

The one worker of this run made ${count((60 * worker.requests) / worker.seconds)} requests a minute, as many as it could with the machine shared.

## Waiting for the database

With ${count(rows)} rows in the queue, from a process with nothing else to do.

${table(
  ['', 'median', '99 of 100', 'the most'],
  [
    latencies('an empty statement, to compare with', filled.nothing),
    latencies('claim one row', filled.claimOne),
    latencies('claim 16 rows', filled.claimMany),
    latencies(`ask for a poll, none of ${count(filled.running)} due`, filled.noneDue),
    latencies(`claim 16 polls of ${count(filled.running)}`, filled.claimLooks),
    latencies('`status`', filled.status),
  ],
)}

## Pacing

${processes} processes check a list, one request a customer, at a service that allows ${shared.ceiling} requests a second: workers of a fleet, that share a gate through the database; and processes that share a journal, each at the pace that it finds for itself.

${table(
  ['', 'requests a second', 'of the ceiling', 'answered with 429'],
  [pace('shared gate', shared), pace('each its own pace', own)],
)}
`
}

/** Requests a minute. */
const ceilings = [600, 3_000, 10_000] as const
