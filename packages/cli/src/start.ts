import { hostOf } from './process/host.ts'
import { run } from './run.ts'

/** Runs what was typed, in this process. */
export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), hostOf(process))
}
