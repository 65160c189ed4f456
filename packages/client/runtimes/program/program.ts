// The program that every runtime runs, with the client as installed. It uses web APIs only; code for one runtime belongs in the files that
// start this one.
import type { Check } from './check.ts'
import { operationChecks } from './operation-checks.ts'
import { trustChecks } from './trust-checks.ts'
import { waitingChecks } from './waiting-checks.ts'

/** All checks, in their order. */
export const checks: readonly Check[] = [...operationChecks, ...waitingChecks, ...trustChecks]

/** The result of one check. */
export interface Result {
  readonly name: string
  /** The error, if the check failed. */
  readonly flaw?: string
}

/** Runs all checks, one after the other. */
export async function runChecks(baseUrl: string): Promise<readonly Result[]> {
  const results: Result[] = []
  for (const { name, run } of checks) {
    try {
      await inTime(run(baseUrl))
      results.push({ name })
    } catch (error) {
      results.push({ name, flaw: String(error) })
    }
  }
  return results
}

/** Limits the time of a check, so that the next one can run. */
async function inTime(check: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It did not end in time')), 5_000)
  })
  await Promise.race([check, late]).finally(() => clearTimeout(timer))
}

/** Formats the results of a runtime: a line for each failed check, and how many passed. */
export function toText(runtime: string, results: readonly Result[]): string {
  const failed = results.filter(({ flaw }) => flaw !== undefined)
  const passed = results.length - failed.length
  const last = `${runtime}: ${failed.length > 0 ? `${passed} of ${results.length}` : passed} checks passed`
  return [...failed.map(({ name, flaw }) => `failed: ${name}: ${flaw}`), last].join('\n')
}
