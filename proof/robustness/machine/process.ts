import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { clockVariable, type MachineClock } from './clock.ts'

/** The program to start. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Modules to load before the program. */
  readonly preloads: readonly string[]
  readonly clock: MachineClock
}

/** How a process ended. */
export interface Exit {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A running process. */
export interface RunningProcess {
  readonly child: ChildProcess
  readonly exit: Promise<Exit>
}

const running = new Set<ChildProcess>()
// Otherwise a suspended process would outlive the campaign.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a process. */
export function start({ program, args, env, preloads, clock }: Command): RunningProcess {
  const imports = preloads.flatMap((preload) => ['--import', preload])
  const child = spawn(process.execPath, [...imports, program, ...args], {
    env: { PATH: process.env.PATH, TZ: 'UTC', [clockVariable]: JSON.stringify(clock), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const exit = Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]): Exit => ({ code, signal, stdout, stderr }),
  )
  return { child, exit }
}
