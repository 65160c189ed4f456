import type { RunOptions } from './run-options.ts'

/**
 * Rejects invalid options of a run.
 *
 * @throws TypeError naming the option.
 */
export function checkOptions({ limit, again, dryRun }: Pick<RunOptions, 'limit' | 'again' | 'dryRun'>): void {
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    throw new TypeError(`limit must be a whole number of 1 or more, not ${String(limit)}`)
  }
  if (again && !dryRun) {
    throw new TypeError('again is for dry runs: it checks all customers again. For a real run, use onlyFailed')
  }
}
