import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import type { Verdict } from './lighthouse.ts'
import type { Measures } from './measure.ts'

/** A page with its measurements. */
export interface Row {
  readonly name: string
  /** The medians of the visits. */
  readonly measures: Measures
  /** The ready time of the fastest visit: the least affected by other load on the machine. */
  readonly readyAtBest: number
}

/** All measurements. */
export interface Results {
  readonly rounds: number
  readonly loadBefore: number
  readonly sizes: readonly { readonly name: string; readonly bytes: number; readonly compressed: number }[]
  readonly desktop: readonly Row[]
  readonly phone: readonly Row[]
  readonly elsewhere: readonly Row[]
  /** Milliseconds. */
  readonly searches: readonly number[]
  readonly verdicts: readonly (Verdict & { readonly name: string })[]
}

/** Returns the median of each measure. */
export function medianOf(all: readonly Measures[]): Measures {
  const of = (name: keyof Measures): number => median(all.map((each) => each[name]))
  return {
    firstPaint: of('firstPaint'),
    largestPaint: of('largestPaint'),
    ready: of('ready'),
    blocked: of('blocked'),
    shift: of('shift'),
    bytes: of('bytes'),
    requests: of('requests'),
  }
}

/** Returns the median. */
export function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN
}

/** Formats the results as a Markdown page. */
export function report(results: Results): string {
  const { rounds, sizes, desktop, phone, elsewhere, searches, verdicts } = results
  const scripts = sizes.filter(({ name }) => /^(playground|life)\.js$/.test(name))
  const largest = Math.max(...scripts.map(({ compressed }) => compressed))
  const quick = [...desktop, ...elsewhere]
  const slowest = Math.max(...quick.map(({ readyAtBest }) => readyAtBest))
  const usual = Math.max(...quick.map(({ measures }) => measures.ready))
  const moved = Math.max(...[...desktop, ...phone].map(({ measures }) => measures.shift))
  const goals = [
    goal(
      slowest < 1_500,
      `Every page is ready in less than 1.5 s. Measured for the slowest page: ${ms(slowest)} ms at best, ${ms(usual)} ms as the median of ${rounds}.`,
    ),
    goal(
      largest <= 60_000,
      `A playground takes at most 60 kB compressed. Measured for the larger one: ${kB(largest)} kB.`,
    ),
    goal(
      elsewhere.every(({ measures }) => measures.ready > 0),
      'The playground works below a path and from a file. Measured: see below.',
    ),
    goal(moved < 0.1, `The layout shift is below 0.1. Measured: ${moved.toFixed(3)}.`),
  ]
  const names = Object.keys(verdicts[0]?.scores ?? {})
  return `${[
    '# The site',
    `${circumstances(results)} Written by \`npm run bench -w @partner-upgrades/site -- --write\`.`,
    goals.join('\n'),
    '## Pages',
    `Medians of ${rounds} visits with nothing cached, 1280 pixels wide, from a server on loopback that compresses. Times in milliseconds from the start of the visit. *Ready* is when the playground is ready; on a page without one, when the page is interactive. *Blocked* is the part of each task beyond 50 ms.`,
    table(desktop),
    '## On a slow phone',
    'The same at 360 pixels, with the phone emulation of Lighthouse: a processor four times slower, 1.6 Mbit/s, a round trip of 150 ms.',
    table(phone),
    '## Anywhere',
    'The page of an operation, with its playground, below a base path, and opened from a file.',
    table(elsewhere),
    `The first search, including loading the index: ${ms(median(searches))} ms.`,
    '## Sizes',
    lines(
      ['file', 'kB', 'kB compressed'],
      sizes.map(({ name, bytes, compressed }) => [name, kB(bytes), kB(compressed)]),
    ),
    `## Lighthouse ${verdicts[0]?.version ?? ''}`.trim(),
    'Scores out of 100, with its phone emulation.',
    lines(
      ['page', ...names],
      verdicts.map(({ name, scores }) => [name, ...names.map((each) => String(scores[each]))]),
    ),
  ].join('\n\n')}\n`
}

function circumstances({ loadBefore }: Results): string {
  const [cpu] = cpus()
  const git = (...args: readonly string[]): string => execFileSync('git', [...args], { encoding: 'utf8' }).trim()
  return (
    `${new Date().toISOString().slice(0, 10)}, commit ${git('rev-parse', '--short', 'HEAD')}, Node ${process.version.slice(1)}, ` +
    `Linux ${release()}, ${cpus().length} × ${cpu?.model ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ` +
    `load average ${loadBefore.toFixed(1)} at the start and ${(loadavg()[0] ?? 0).toFixed(1)} at the end.`
  )
}

const goal = (isMet: boolean, text: string): string => `- **${isMet ? 'Met' : 'Missed'}:** ${text}`
const ms = (value: number): string => Math.round(value).toLocaleString('en-US')
const kB = (value: number): string => (value / 1_000).toFixed(1)

function table(rows: readonly Row[]): string {
  return lines(
    ['page', 'first paint', 'largest paint', 'ready', 'blocked', 'shift', 'requests', 'kB'],
    rows.map(({ name, measures: { firstPaint, largestPaint, ready, blocked, shift, requests, bytes } }) => [
      name,
      ms(firstPaint),
      ms(largestPaint),
      ms(ready),
      ms(blocked),
      shift.toFixed(3),
      String(requests),
      kB(bytes),
    ]),
  )
}

function lines(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n')
}
