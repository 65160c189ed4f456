// Device-code sign-in at a real OpenID server over TLS, and the commands that need no token afterwards.
import { readFileSync, statSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { openPartnerCenter } from './partner-center.ts'
import { startProgram } from './program.ts'
import { startSignIn } from './sign-in.ts'

const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'

test('after login, the other commands need no token; none is printed, and the store is private', async () => {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const signIn = await startSignIn()
  const env = { ...partnerCenter.env, ...signIn.env }
  const before = await startProgram(['eligibility', customerId], env).ending
  expect(before).toMatchObject({ code: 3, stderr: expect.stringContaining('partner-upgrades login') })

  const login = startProgram(['login', '--device-code', '--json'], env)
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
  expect(check.stdout).toMatch(/^credentials: work for product upgrades\n(.*\n)*user: admin@partner\.example\n/)
  const upgrade = await startProgram(['upgrade', customerId, '--yes', '--interval', '500ms'], env).ending
  expect(upgrade.stdout).toMatch(/status: Completed/)
  expect([check.code, upgrade.code]).toEqual([0, 0])

  const secrets = readFileSync(store, 'utf8').match(/[\w.-]{40,}/g) ?? []
  expect(secrets.length).toBeGreaterThan(0)
  const printed = [signedIn, check, upgrade].map(({ stdout, stderr }) => stdout + stderr).join('')
  for (const secret of secrets.filter((each) => !/^[\da-f-]{36}$/.test(each))) expect(printed).not.toContain(secret)
})

test('Ctrl-C ends the wait for a sign-in, and leaves nothing behind', async () => {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const signIn = await startSignIn()
  const login = startProgram(['login', '--device-code'], { ...partnerCenter.env, ...signIn.env })
  login.child.stdout?.once('data', () => login.child.kill('SIGINT'))
  expect(await login.ending).toMatchObject({ code: 130, stderr: expect.stringMatching(/^✘ Interrupted\.\n/) })
})
