import { setTimeout as sleep } from 'node:timers/promises'
import { type Command, type Exit, start } from './process.ts'
import type { Signaller } from './signals.ts'

/** One process, from its start to its end. */
export interface ProcessRun extends Exit {
  /** Whether one of our signals ended it. */
  readonly signalled: boolean
  /** Whether it was killed because it did not end in time. */
  readonly overdue: boolean
}

/** A command that is run again until it has done its work. */
export interface Job {
  /** Its name. With a number, it is what the service knows each of its processes by. */
  readonly name: string
  /** The command to run next. */
  command(sender: string, before: readonly ProcessRun[]): Command
  /** Whether nothing is left to do after the last of these runs. */
  isDone(last: ProcessRun, all: readonly ProcessRun[]): boolean
  /** How often it is run again after it has ended by itself without being done. @default 6 */
  readonly retries?: number
}

/** Milliseconds between a run that ended by itself and the next one. */
const pause = 150

/**
 * Runs a command again and again until it is done, as a user would whose computer crashes.
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
