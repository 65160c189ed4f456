import { type ChildProcessByStdio, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { scope } from './oidc-server.ts'
import type { Partner, SignIn } from './sign-in.ts'

/** The outcome of a process. */
export interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
}

/** Runs a program of this folder for a partner with a file store; the program trusts the sign-in server. */
export function runProgram(
  name: string,
  { certificate }: SignIn,
  partner: Partner,
  file: string,
  ...more: readonly string[]
): Promise<Ended> {
  return runFile(name, [file, JSON.stringify({ ...partner, scope }), ...more], {
    NODE_EXTRA_CA_CERTS: certificate.file,
  })
}

/**
 * Runs a program of this folder.
 *
 * @param uid the user ID to run it with, if this process may choose
 */
export function runFile(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  uid?: number,
): Promise<Ended> {
  const options = { env: { ...process.env, ...env }, ...(uid === undefined ? {} : { uid }) }
  return new Promise((done, fail) => {
    execFile(process.execPath, wordsOf(name, args), options, (error, stdout) => {
      const signal = error?.signal ?? null
      return error && signal === null ? fail(error) : done({ signal, stdout })
    })
  })
}

/** Starts a program of this folder, whose output can be read line by line. */
export function startFile(name: string, args: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, wordsOf(name, args), { stdio: ['ignore', 'pipe', 'inherit'] })
}

function wordsOf(name: string, args: readonly string[]): readonly string[] {
  return ['--conditions=@partner-upgrades/source', join(import.meta.dirname, name), ...args]
}
