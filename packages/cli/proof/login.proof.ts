// A sign-in by device code at a real OpenID server over TLS, and what works without a token afterwards.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openPartnerCenter } from './partner-center.ts'
import { startProgram } from './program.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

/** The first line that a program writes, as JSON. */
async function firstEvent(child: ChildProcess): Promise<Readonly<Record<string, string>>> {
  const lines = createInterface({ input: child.stdout ?? expect.unreachable() })
  for await (const line of lines) return JSON.parse(line)
  throw new Error('nothing was written')
}

async function startSignIn(): Promise<{ env: Record<string, string>; approve: (userCode: string) => void }> {
  const folder = fileURLToPath(new URL('../testing/', import.meta.resolve('@partner-upgrades/credentials')))
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

test('after login, the other commands need no token; none is printed, and the store is private', async () => {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const signIn = await startSignIn()
  const env = { ...partnerCenter.env, ...signIn.env }
  const before = await startProgram(['eligibility', customerId], env).ending
  expect(before).toMatchObject({ code: 3, stderr: expect.stringContaining('partner-upgrades login') })

  const login = startProgram(['login', '--json'], env)
  login.child.stdout?.once('data', (line: Buffer) => signIn.approve(JSON.parse(String(line)).userCode))
  const signedIn = await login.ending
  expect(signedIn.stderr).toBe('')
  const events = signedIn.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events).toMatchObject([
    { event: 'signIn', verificationUri: expect.stringContaining('https://localhost') },
    { event: 'signedIn', username: 'admin@partner.example' },
  ])
  const store = String(events[1].store)
  expect(statSync(store).mode & 0o777).toBe(0o600)

  const check = await startProgram(['check'], env).ending
  expect(check.stdout).toMatch(/^credentials: good\n(.*\n)*user: admin@partner\.example\n/)
  const upgrade = await startProgram(['upgrade', customerId, '--yes', '--interval', '500ms'], env).ending
  expect(upgrade.stdout).toMatch(/status: Completed/)
  expect([check.code, upgrade.code]).toEqual([0, 0])

  const secrets = readFileSync(store, 'utf8').match(/[\w.-]{40,}/g) ?? []
  expect(secrets.length).toBeGreaterThan(0)
  const printed = [signedIn, check, upgrade].map(({ stdout, stderr }) => stdout + stderr).join('')
  for (const secret of secrets.filter((each) => !/^[\da-f-]{36}$/.test(each))) expect(printed).not.toContain(secret)
})

test('Ctrl-C ends the wait for a sign-in, and leaves nothing', async () => {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const signIn = await startSignIn()
  const login = startProgram(['login'], { ...partnerCenter.env, ...signIn.env })
  login.child.stdout?.once('data', () => login.child.kill('SIGINT'))
  expect(await login.ending).toMatchObject({ code: 130, stderr: expect.stringMatching(/^✘ Interrupted\.\n/) })
})
