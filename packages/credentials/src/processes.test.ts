import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { scope } from '../testing/oidc-server.ts'
import { useSignIn } from '../testing/sign-in.ts'
import { createFileStore, saveRefreshToken } from './index.ts'

const signIn = useSignIn()
const run = promisify(execFile)
const program = join(import.meta.dirname, '..', 'testing', 'renew-often.ts')

test('eight processes that share a store renew a rotating token without one failed call', async () => {
  const { server, partner, certificate } = signIn
  const folder = mkdtempSync(join(tmpdir(), 'store-'))
  const file = join(folder, 'tokens', 'store.json')
  try {
    await saveRefreshToken({ ...partner, store: createFileStore(file) }, await server.consent())
    const args = ['--conditions=@partner-upgrades/source', program, file, JSON.stringify({ ...partner, scope }), '3']
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate.file }
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => run(process.execPath, args, { env })))
    for (const { stdout } of outcomes) expect(JSON.parse(stdout)).toEqual({ failures: [], tokens: 3 })
    // Each refresh token was used once, and none twice: the server would have revoked them all.
    expect(server.exchanges).toEqual(Array.from({ length: 24 }, () => 'refresh_token 200'))
    expect(readdirSync(join(folder, 'tokens'))).toEqual(['store.json'])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
