import { PassThrough, Writable } from 'node:stream'
import type { Clock } from '@partner-upgrades/client'
import type { ExitCode } from '../src/process/exit-codes.ts'
import type { Host, Output } from '../src/process/host.ts'
import { run } from '../src/run.ts'

/** The circumstances in which a command line runs. */
export interface Circumstances {
  readonly env?: Host['env']
  readonly clock?: Clock
  /** The width of the terminal; without one, everything is a pipe. */
  readonly terminal?: number
  /** The input, typed at the terminal or piped in. */
  readonly typed?: string
  readonly signal?: AbortSignal
  /** Called with what is written, while the command runs. */
  readonly onOutput?: (text: string) => void
}

/** How a command line ended, and its output. */
export interface Ending {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
  /** Both, in the order in which they were written. */
  readonly output: string
}

/** Runs a command line in this process. */
export async function runCli(args: readonly string[], circumstances: Circumstances = {}): Promise<Ending> {
  const { env = {}, clock, terminal, typed, signal, onOutput } = circumstances
  const written: { readonly to: 'stdout' | 'stderr'; readonly text: string }[] = []
  const output = (to: 'stdout' | 'stderr'): Output =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write(text, _, done) {
          written.push({ to, text: String(text) })
          onOutput?.(String(text))
          done()
        },
      }),
      terminal === undefined ? {} : { isTTY: true, columns: terminal },
    )
  const stdin = Object.assign(new PassThrough(), terminal === undefined ? {} : { isTTY: true })
  // A pipe ends, and a terminal does not.
  if (typed === undefined || terminal === undefined) stdin.end(typed)
  else stdin.write(typed)
  const controller = new AbortController()
  const code = await run(args, {
    env,
    stdin,
    stdout: output('stdout'),
    stderr: output('stderr'),
    signal: signal ? AbortSignal.any([signal, controller.signal]) : controller.signal,
    interrupt: () => controller.abort(),
    ...(clock && { clock }),
  })
  const textOf = (...which: readonly string[]): string =>
    written.flatMap(({ to, text }) => (which.includes(to) ? [text] : [])).join('')
  return { code, stdout: textOf('stdout'), stderr: textOf('stderr'), output: textOf('stdout', 'stderr') }
}
