/** Whether only to see that everything runs: too few requests for a result worth keeping. */
export const quick: boolean = process.argv.includes('--quick')

/** The number to measure with, or the one that is enough to see that it runs. */
export function sized(full: number, small: number): number {
  return quick ? small : full
}
