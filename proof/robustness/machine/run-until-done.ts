import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, type Exit, start } from './process.ts'
import type { Signaller } from './signals.ts'

/** A finished process. */
export interface ProcessRun extends Exit {
  /** Whether one of the campaign's signals ended it. */
  readonly signalled: boolean
  /** Whether it was killed because it did not end in time. */
  readonly overdue: boolean
}

/** A command that is rerun until it has done its work. */
export interface Job {
  /** Its name. With a number, it identifies each of its processes to the service. */
  readonly name: string
  /** The command to run next. */
  command(sender: string, before: readonly ProcessRun[]): Command
  /** Whether nothing is left to do after the last of these runs. */
  isDone(last: ProcessRun, all: readonly ProcessRun[]): boolean
  /** How often it is rerun after it has exited on its own without being done. @default 6 */
  readonly retries?: number
}

/** Milliseconds between a run that exited on its own and the next one. */
const pause = 150

/**
 * Reruns a command until it is done, as a user would whose computer crashes.
 *
 * @param deadline when to give up, in milliseconds since 1970
 * @returns all runs, in order.
 */
export async function runUntilDone(
  { name, command, isDone, retries = 6 }: Job,
  signaller: Signaller,
  deadline: number,
): Promise<readonly ProcessRun[]> {
  const runs: ProcessRun[] = []
  for (let retried = 0; retried <= retries; ) {
    const sender = `${name}-${runs.length}`
    const { child, exit } = start(command(sender, runs))
    signaller.track(sender, child)
    let overdue = false
    const giveUp = (): void => {
      overdue = true
      child.kill('SIGKILL')
    }
    const timer = setTimeout(giveUp, Math.max(0, deadline - Date.now()))
    const ended = await exit
    clearTimeout(timer)
    const signalledItself = ended.signal === 'SIGKILL' && !overdue
    const run: ProcessRun = { ...ended, signalled: signaller.drop(sender) || signalledItself, overdue }
    runs.push(run)
    if (overdue || isDone(run, runs)) break
    if (run.signalled) continue
    retried++
    await sleep(pause)
  }
  return runs
}
