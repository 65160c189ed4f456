// Browser sign-in with the real program, a real OpenID server over TLS and Debian's Chromium, and each way in which it can fail.
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { firstEvent } from './first-event.ts'
import { openPartnerCenter } from './partner-center.ts'
import { type Program, type ProgramEnding, startProgram } from './program.ts'
import { startSignIn } from './sign-in.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser?.close())

/** Starts a login that waits for a browser, and opens a Chromium page in which nobody is signed in. */
async function begin(...more: readonly string[]) {
  const partnerCenter = await openPartnerCenter(onTestFinished)
  const signIn = await startSignIn()
  const env = { ...partnerCenter.env, ...signIn.env, BROWSER: '/bin/true' }
  const login = startProgram(['login', '--json', ...more], env)
  const { url = '' } = await firstEvent(login.child)
  const context = await browser.newContext({ ignoreHTTPSErrors: true, colorScheme: 'dark' })
  onTestFinished(() => context.close())
  return {
    env,
    login,
    url,
    page: await context.newPage(),
    store: join(partnerCenter.env.XDG_STATE_HOME ?? '', 'partner-upgrades'),
  }
}

/** Waits for a program to end, and parses the last line it printed. */
async function lastEvent({ ending }: Program): Promise<ProgramEnding & { event: Readonly<Record<string, unknown>> }> {
  const ended = await ending
  return { ...ended, event: JSON.parse(ended.stdout.trim().split('\n').at(-1) ?? '') }
}

async function decide(page: Page, url: string, decision: 'accept' | 'decline'): Promise<void> {
  await page.goto(url)
  await page.getByRole('button', { name: decision }).click()
}

test('accepting in the browser completes the login, and no other command needs a token', async () => {
  const { env, login, url, page } = await begin()
  const errors: string[] = []
  page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())))
  await decide(page, url, 'accept')
  await page.getByRole('heading', { name: 'You are signed in' }).waitFor()
  expect(await page.textContent('p')).toBe('You can close this window.')
  expect(page.url()).toMatch(/^http:\/\/localhost:\d+\/$/)
  await page.screenshot({ path: join(import.meta.dirname, '../reports/signed-in.png') })
  // Neither server has an icon.
  expect(errors.filter((text) => !text.includes('404'))).toEqual([])

  const { code, stdout, stderr, event } = await lastEvent(login)
  expect(event).toMatchObject({ event: 'signedIn', username: 'admin@partner.example' })
  expect([code, stderr]).toEqual([0, ''])
  const check = await startProgram(['check'], env).ending
  expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(/^credentials: work for product upgrades\n/)])
  const secrets = readFileSync(String(event.store), 'utf8').match(/[\w.-]{40,}/g) ?? []
  expect(secrets.length).toBeGreaterThan(0)
  for (const secret of secrets.filter((each) => each.length > 36)) expect(stdout + check.stdout).not.toContain(secret)
})

test('declining in the browser ends the login, and the page says so', async () => {
  const { login, url, page, store } = await begin()
  await decide(page, url, 'decline')
  await page.getByRole('heading', { name: 'The sign-in failed' }).waitFor()
  const { code, event } = await lastEvent(login)
  expect(event).toMatchObject({ event: 'error', message: expect.stringContaining('access_denied') })
  expect([code, existsSync(store)]).toEqual([3, false])
})

test('a redirect with another state ends the login, and no code is redeemed', async () => {
  const { login, url, page, store } = await begin()
  await page.goto(new URL('/?code=a-code&state=of-another-sign-in', url).href)
  await page.getByRole('heading', { name: 'The sign-in failed' }).waitFor()
  const { code, event } = await lastEvent(login)
  expect(event.message).toMatch(/^The browser returned with the state of another sign-in/)
  expect([code, existsSync(store)]).toEqual([5, false])
})

test('a browser that is closed ends the login', async () => {
  const { login, url, page, store } = await begin('--wait', '3s')
  await page.goto(url)
  await page.close()
  const { code, event } = await lastEvent(login)
  expect(event.message).toMatch(/^Nobody completed the sign-in in time: the browser was closed/)
  expect([code, existsSync(store)]).toEqual([3, false])
})

test('a port in use and a missing browser are reported at once', async () => {
  const { env: partner } = await startSignIn()
  const server = createServer()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const { port } = Object(server.address())
  const taken = await startProgram(['login', '--port', String(port)], { ...partner, BROWSER: '/bin/true' }).ending
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringMatching(new RegExp(`^✘ port ${port} is taken: .*\n$`))])
  const none = await startProgram(['login'], partner).ending
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringMatching(/^✘ No browser can be opened: there is no terminal\./),
  ])
})
