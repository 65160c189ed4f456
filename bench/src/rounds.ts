/** A contender of a comparison. */
export interface Contender {
  readonly name: string
  /** Runs before each round, unmeasured. */
  readonly prepare?: () => void
  /** Runs after each round, unmeasured. */
  readonly finish?: () => void
  /** Does the measured work `times` times, one after the other. */
  run(times: number): Promise<void>
}

/** The amount of measuring. */
export interface Rounds {
  readonly rounds: number
  /** The minimum milliseconds that each contender runs in each round. */
  readonly ms: number
  /** The milliseconds that each contender runs before the first round, unmeasured. */
  readonly warmUp: number
  /** The number of runs between two readings of the clock. */
  readonly times: number
}

/** Microseconds per run, one number per round, by the contender's name. */
export type Timings = ReadonlyMap<string, readonly number[]>

/** Runs contenders in turn; each round starts with another one. */
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

/** Runs for at least `ms` milliseconds; returns the microseconds per run. */
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

/** Describes the method of measurement, for the report. */
export function describeRounds({ rounds, ms, warmUp }: Rounds): string {
  return (
    `${rounds} rounds of ${ms / 1_000} s for each after ${warmUp / 1_000} s of warm-up, in turn, each round starting with another ` +
    'one. Figures are medians of the rounds; ratios are medians of the ratios of each round.'
  )
}

/** Rotates the items, so that each round starts with another one. */
export function rotate<T>(items: readonly T[], by: number): readonly T[] {
  const start = by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}

/** The timings of one contender. */
export function timingsOf(timings: Timings, name: string): readonly number[] {
  const found = timings.get(name)
  if (found === undefined) throw new Error(`${name} was not measured.`)
  return found
}
