import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { firstEvent } from './first-event.ts'

/** A real OpenID server over TLS. */
export interface SignIn {
  /** The environment of a partner who signs in there. */
  readonly env: Readonly<Record<string, string>>
  /** Approves a device code. */
  approve(userCode: string): void
}

/** Starts an OpenID server for one test. */
export async function startSignIn(): Promise<SignIn> {
  const folder = fileURLToPath(new URL('../test/', import.meta.resolve('@partner-upgrades/credentials')))
  const server = spawn(process.execPath, [join(folder, 'sign-in-process.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
  onTestFinished(() => void server.stdin.end())
  const { issuer = '', certificate = '' } = await firstEvent(server)
  const env = {
    NODE_EXTRA_CA_CERTS: certificate,
    PARTNER_CENTER_AUTHORITY: issuer,
    PARTNER_CENTER_TENANT_ID: '9a3f0c1e-7d2b-4c55-8e61-5b0a4f7c2d10',
    PARTNER_CENTER_CLIENT_ID: '33333333-3333-4333-8333-333333333333',
    PARTNER_CENTER_TOKEN: '',
  }
  return { env, approve: (userCode) => void server.stdin.write(`${userCode}\n`) }
}
