import { hostOf } from './process/host.ts'
import { run } from './run.ts'

/** Runs the command line of this process. */
export async function start(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), hostOf(process))
}
