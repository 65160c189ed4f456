import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { scope } from './oidc-server.ts'
import type { Partner, SignIn } from './sign-in.ts'

/** How a process ended. */
export interface Ended {
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
}

/** Runs a program of this folder, that trusts the sign-in server, for a partner with a store in a file. */
export function runProgram(
  name: string,
  { certificate }: SignIn,
  partner: Partner,
  file: string,
  ...more: readonly string[]
): Promise<Ended> {
  const program = join(import.meta.dirname, name)
  const args = ['--conditions=@partner-upgrades/source', program, file, JSON.stringify({ ...partner, scope }), ...more]
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate.file }
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { env }, (error, stdout) => {
      const signal = error?.signal ?? null
      return error && signal === null ? fail(error) : done({ signal, stdout })
    })
  })
}
