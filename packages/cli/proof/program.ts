import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** How Node is told to run the bundle, with our packages as they are in this workspace. */
export const nodeArguments: readonly string[] = ['--conditions=@partner-upgrades/source', main]

/** A program under way. */
export interface Program {
  readonly child: ChildProcess
  readonly ending: Promise<ProgramEnding>
}

/** How it ended. */
export interface ProgramEnding {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts the program in a pipe. */
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
