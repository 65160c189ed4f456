/** One side of a comparison. */
export interface Contender {
  readonly name: string
  /** Before each round, unmeasured. */
  readonly prepare?: () => void
  /** After each round, unmeasured. */
  readonly finish?: () => void
  /** Measured: so many times, one after the other. */
  run(times: number): Promise<void>
}

/** How much to measure. */
export interface Rounds {
  readonly rounds: number
  /** The least milliseconds that each contender runs in each round. */
  readonly ms: number
  /** And before the first one, unmeasured. */
  readonly warmUp: number
  /** How often it runs between two looks at the clock. */
  readonly times: number
}

/** Microseconds for one time, a number for each round, by the contender's name. */
export type Timings = ReadonlyMap<string, readonly number[]>

/** Lets contenders run in turns, each round begun by another one. */
export async function runRounds(contenders: readonly Contender[], size: Rounds): Promise<Timings> {
  const timings = new Map<string, number[]>(contenders.map(({ name }) => [name, []]))
  for (const contender of contenders) await runFor(contender, size.warmUp, size.times)
  for (let round = 0; round < size.rounds; round++) {
    for (const contender of rotate(contenders, round)) {
      timings.get(contender.name)?.push(await runFor(contender, size.ms, size.times))
    }
  }
  return timings
}

/** Runs for so many milliseconds; returns the microseconds for one time. */
async function runFor({ prepare, run, finish }: Contender, ms: number, times: number): Promise<number> {
  prepare?.()
  const begin = performance.now()
  let elapsed = 0
  let count = 0
  do {
    await run(times)
    count += times
    elapsed = performance.now() - begin
  } while (elapsed < ms)
  finish?.()
  return (elapsed * 1_000) / count
}

/** How it was measured, for the report. */
export function describeRounds({ rounds, ms, warmUp }: Rounds): string {
  return (
    `${rounds} rounds of ${ms / 1_000} s for each after ${warmUp / 1_000} s to warm up, in turns, another one first in each ` +
    'round. Figures are medians of the rounds, ratios medians of the ratios round by round.'
  )
}

/** The same items, another one first each time. */
export function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

/** The timings of one contender. */
export function timingsOf(timings: Timings, name: string): readonly number[] {
  const found = timings.get(name)
  if (found === undefined) throw new Error(`Nothing was measured of ${name}.`)
  return found
}
