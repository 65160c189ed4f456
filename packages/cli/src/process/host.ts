import type { Clock } from '@partner-upgrades/client'
import { exitCodes } from './exit-codes.ts'

/** Something to write to: a terminal, a pipe or a file. */
export type Output = NodeJS.WritableStream & {
  readonly isTTY?: boolean
  /** The width of a terminal in characters. */
  readonly columns?: number
}

/** Something to read from: a terminal, a pipe or a file. */
export type Input = NodeJS.ReadableStream & { readonly isTTY?: boolean }

/** Everything outside the program that it reads from, writes to or waits for, except network and disk. */
export interface Host {
  /** The environment variables. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** The input that answers questions. */
  readonly stdin: Input
  /** The output for reports. */
  readonly stdout: Output
  /** The output for errors and questions. */
  readonly stderr: Output
  /** Aborted when the program is asked to end. */
  readonly signal: AbortSignal
  /** Asks the program to end. */
  interrupt(): void
  /**
   * The clock.
   * @default the system's
   */
  readonly clock?: Clock
  /** Whether the process is the program's own, so that it may change process-wide settings. @default false */
  readonly ownProcess?: boolean
}

/** Creates the host of a process. The first Ctrl-C asks the program to end; the second one ends it. */
export function hostOf(process: NodeJS.Process): Host {
  const controller = new AbortController()
  const interrupt = (): void => controller.abort()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, interrupt)
  process.stdout.on('error', (error) => {
    interrupt()
    // On EPIPE, the reader has left on purpose, as `head` does. On a full disk, the reader would believe the output to be complete.
    if (!('code' in error && error.code === 'EPIPE')) loseOutput(process, error)
  })
  let stderr: Output | undefined
  return {
    env: process.env,
    // Opening a stream takes longer than printing help.
    get stdin() {
      return process.stdin
    },
    stdout: process.stdout,
    get stderr() {
      // If nobody reads the errors, the exit code still reports them.
      stderr ??= process.stderr.on('error', () => {})
      return stderr
    },
    signal: controller.signal,
    interrupt,
    ownProcess: true,
  }
}

/** Reports that output is lost, also through the exit code. */
function loseOutput(process: NodeJS.Process, error: Error): void {
  process.stderr.on('error', () => {})
  process.stderr.write(`✘ The output could not be written (${error.message}).\n`)
  process.once('exit', (code) => {
    if (code === exitCodes.done || code === exitCodes.interrupted) process.exitCode = exitCodes.failed
  })
}
