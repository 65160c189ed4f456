import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { type Browser, chromium, type Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'

let server: ViteDevServer
let browser: Browser
let page: Page

before(async () => {
  server = await createServer({ logLevel: 'error', server: { host: '127.0.0.1', port: 0 } })
  await server.listen()
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // A request that the worker does not handle fails instead of going to the network.
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
  page = await browser.newPage()
})
after(async () => {
  await browser.close()
  await server.close()
})

/** Upgrades a customer and returns the lines that the page shows, once one of them matches `last`. */
async function upgrade(customerId: string, last: RegExp): Promise<readonly string[]> {
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.getByLabel('Customer ID').fill(customerId)
  await page.getByRole('button').click()
  await page.getByRole('listitem').filter({ hasText: last }).waitFor()
  return page.getByRole('listitem').allTextContents()
}

test('a customer moves to an Azure plan', async () => {
  const lines = await upgrade('4c721420-72ad-4708-a0a7-371a2f7b0969', /Completed/)
  assert.deepEqual(lines, ['Pending', 'InProgress', 'Completed'])
})

test('the reason for a refusal is shown', async () => {
  const lines = await upgrade('58e2af4f-0ad3-4688-8744-be2357cd939a', /900105/)
  assert.equal(lines.length, 1)
})

test('the build contains no mocks', () => {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('.'))
  assert.match(files.join(' '), /^index\.html assets\/index-[\w-]+\.js$/)
  assert.doesNotMatch(files.map((file) => readFileSync(`dist/${file}`, 'utf8')).join(), /mockServiceWorker/)
})
