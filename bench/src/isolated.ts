import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Contender } from './rounds.ts'

/** A contender in a separate process. */
export interface IsolatedContender extends Contender {
  stop(): void
}

/** Starts a module that calls `serveRuns` in a separate process, for contenders that would disturb each other in one process. */
export function isolate(name: string, module: string, args: readonly string[]): IsolatedContender {
  const child = fork(module, args)
  return { name, run: (times) => runIn(child, times), stop: () => void child.kill() }
}

async function runIn(child: ChildProcess, times: number): Promise<void> {
  const ended = new AbortController()
  const failed = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error(`${child.spawnargs.join(' ')} has ended.`)
  })
  child.send(times)
  await Promise.race([once(child, 'message'), failed])
  ended.abort()
  await failed.catch(() => {})
}

/** Runs whenever the parent process requests it. */
export function serveRuns(run: (times: number) => Promise<void>): void {
  process.on('message', async (times) => {
    await run(Number(times))
    process.send?.('done')
  })
  process.once('disconnect', () => process.exit())
}
