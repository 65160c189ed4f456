/** Whether only to see that everything runs: too few requests for a result worth keeping. */
export const quick: boolean = process.argv.includes('--quick')

/** Whether the results are kept in `bench/results`, which is tracked: only a run on a machine without other work deserves it. */
export const keep: boolean = process.argv.includes('--write')

/** The number to measure with, or the one that is enough to see that it runs. */
export function sized(full: number, small: number): number {
  return quick ? small : full
}
