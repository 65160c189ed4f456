import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** The arguments with which Node runs the bundle and loads our packages from this workspace. */
export const nodeArguments: readonly string[] = ['--conditions=@partner-upgrades/source', main]

/** A running program. */
export interface Program {
  readonly child: ChildProcess
  readonly ending: Promise<ProgramEnding>
}

/** How a program ended, and its output. */
export interface ProgramEnding {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the program with its output in pipes. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [...nodeArguments, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'close')
  const ending = Promise.all([ended, text(child.stdout), text(child.stderr)]).then(
    ([[code, signal], stdout, stderr]): ProgramEnding => ({ code, signal, stdout, stderr }),
  )
  return { child, ending }
}
