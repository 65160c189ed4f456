import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** Where and how a command runs. */
export interface CommandOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  /** Stops it, and everything that it has started. */
  readonly signal?: AbortSignal | undefined
  /**
   * Milliseconds after which it is stopped, as if by the signal: a stalled registry blocks nobody for longer.
   * @default 5 minutes
   */
  readonly limit?: number | undefined
}

/** How a command ended, and what it printed. */
export interface Outcome {
  readonly ok: boolean
  /** Its exit code; undefined if it did not start, or was stopped. */
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** Both, one after the other, and the reason if it was stopped or not started. */
  readonly output: string
}

const shown = 4000
const longest = 5 * 60_000
/** Milliseconds that a stopped command has to clean up. */
const grace = 5_000

/** Runs a command without input until it ends, successfully or not. */
export async function tryCommand(
  name: string,
  args: readonly string[],
  { cwd, env, signal, limit = longest }: CommandOptions,
): Promise<Outcome> {
  const outOfTime = AbortSignal.timeout(limit)
  const stop = AbortSignal.any(signal ? [signal, outOfTime] : [outOfTime])
  if (stop.aborted) return { ok: false, code: undefined, stdout: '', stderr: '', output: '' }
  // In its own process group, so that everything it starts can be stopped with it.
  const child = spawn(name, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  const killGroup = (how: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, how)
    } catch {
      // The whole group has ended already.
    }
  }
  let killing: NodeJS.Timeout | undefined
  const onStop = () => {
    killGroup('SIGTERM')
    killing = setTimeout(killGroup, grace, 'SIGKILL')
  }
  stop.addEventListener('abort', onStop, { once: true })
  const ended = new Promise<{ readonly code?: number | undefined; readonly notStarted?: string }>((resolve) => {
    child.once('error', ({ message }) => resolve({ notStarted: message }))
    child.once('close', (code) => resolve({ code: code ?? undefined }))
  })
  const [stdout, stderr, { code, notStarted }] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  stop.removeEventListener('abort', onStop)
  clearTimeout(killing)
  const why = notStarted ?? (outOfTime.aborted ? `Stopped: it had not ended after ${limit / 1000} s.` : '')
  return { ok: code === 0, code, stdout, stderr, output: [stdout + stderr, why].filter(Boolean).join('\n') }
}

/**
 * Runs a command, and returns what it printed.
 *
 * @throws Error with the end of its output, if it fails
 */
export async function command(name: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { ok, stdout, output } = await tryCommand(name, args, options)
  options.signal?.throwIfAborted()
  if (!ok) throw new Error(`${[name, ...args].join(' ')} failed in ${options.cwd}:\n${output.slice(-shown)}`)
  return stdout.trim()
}
