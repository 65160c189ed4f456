import { execFile } from 'node:child_process'

/** Where and how a command runs. */
export interface CommandOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
  readonly signal?: AbortSignal | undefined
}

/** How a command ended, and what it printed. */
export interface Outcome {
  readonly ok: boolean
  /** Its exit code; undefined if it did not start, or was stopped. */
  readonly code: number | undefined
  readonly stdout: string
  readonly stderr: string
  /** Both, one after the other. */
  readonly output: string
}

const shown = 4000

/** Runs a command to its end, whatever that is. */
export function tryCommand(name: string, args: readonly string[], options: CommandOptions): Promise<Outcome> {
  const { signal, ...where } = options
  return new Promise((done) => {
    execFile(name, args, { ...where, ...(signal && { signal }), maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done({
        ok: error === null,
        code: error === null ? 0 : typeof error.code === 'number' ? error.code : undefined,
        stdout,
        stderr,
        output: stdout + stderr + (error?.code === 'ENOENT' ? error.message : ''),
      }),
    )
  })
}

/**
 * Runs a command, and returns what it printed.
 *
 * @throws Error with the end of what it printed, if it fails
 */
export async function command(name: string, args: readonly string[], options: CommandOptions): Promise<string> {
  const { ok, stdout, output } = await tryCommand(name, args, options)
  options.signal?.throwIfAborted()
  if (!ok) throw new Error(`${[name, ...args].join(' ')} failed in ${options.cwd}:\n${output.slice(-shown)}`)
  return stdout.trim()
}
