import { createRandom } from '@partner-upgrades/tools/random'

/** One run of a suite in a random order. */
export interface SuiteRun {
  /** The run of all suites that it is part of, counted from 0. */
  readonly run: number
  /** The folder of the suite. */
  readonly suite: string
  /** The seed of the order. */
  readonly seed: number
  /** Whether a test failed. */
  readonly failed: boolean
  /** The load average when it ended. */
  readonly load: number
}

/** Returns items in an order that the seed determines. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const random = createRandom(seed)
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** How the runs were made. */
export interface Circumstances {
  /** How many runs of all suites were asked for. */
  readonly runs: number
  /** How many ran at once. */
  readonly lanes: number
  /** How long all took, in minutes. */
  readonly minutes: number
  /** The number of cores. */
  readonly cores: number
}

/** Describes runs as a page. */
export function describeRuns(done: readonly SuiteRun[], { runs, lanes, minutes, cores }: Circumstances): string {
  const failures = done.filter(({ failed }) => failed)
  const broken = new Set(failures.map(({ run }) => run)).size
  const loads = done.map(({ load }) => load).sort((one, other) => one - other)
  const at = (share: number): string => (loads[Math.floor(share * (loads.length - 1))] ?? 0).toFixed(1)
  const command = `npm run random-order -w @partner-upgrades/proof -- --runs ${runs} --lanes ${lanes} --seed ${Math.min(...done.map(({ seed }) => seed))}`
  return `# The tests in random orders

\`${command}\`

${runs - broken} of ${runs} runs passed, without cache, ${lanes} at a time on ${cores} cores, in ${minutes.toFixed(0)} minutes: ${done.length - failures.length} of ${done.length} runs of one suite. The load average was ${at(0.5)} (median; lowest ${at(0)}, tenth percentile ${at(0.1)}).
${failures.map(({ suite, seed }) => `\n- ${suite}, seed ${seed}: failed`).join('')}`
}
