/** Whether to check only that everything runs, with too few requests for meaningful results. */
export const quick: boolean = process.argv.includes('--quick')

/** Whether to keep the results in `bench/results`, which is tracked: use it only on an otherwise idle machine. */
export const keep: boolean = process.argv.includes('--write')

/** Returns the full size, or the small one for a quick run. */
export function sized(full: number, small: number): number {
  return quick ? small : full
}
