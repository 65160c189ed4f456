import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { faults } from '@partner-upgrades/spec/faults'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type PreviewServer, preview } from 'vite'

let server: PreviewServer
let browser: Browser
let page: Page

before(async () => {
  server = await preview({ logLevel: 'error', preview: { host: '127.0.0.1', port: 0 } })
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  })
  page = await browser.newPage({ locale: 'en-US', viewport: { width: 360, height: 780 } })
})
after(async () => {
  await browser.close()
  await server.close()
})
beforeEach(() => page.goto(server.resolvedUrls?.local[0] ?? ''))

const type = (text: string) => page.getByRole('searchbox').fill(text)
const shown = () => page.getByRole('article').innerText()

test('a pasted message shows who has to act', async () => {
  await type('403: 900105 You have one or more Azure subscriptions in the suspended state.')
  assert.match(await shown(), /^900105\n+We, the partner, have to act\n+Once that is done, try again\./)
  assert.match(await shown(), /when the upgrade is started\n/)
})

test('the page is also German, with the sentences of the service marked as English', async () => {
  await type('900130')
  await page.getByRole('button', { name: 'Deutsch' }).click()
  assert.equal(await page.locator('html').getAttribute('lang'), 'de')
  assert.match(await shown(), /^900130\n+Niemand muss handeln\n+Später noch einmal versuchen, mehr nicht\./)
  assert.equal(await page.locator('article [lang=en]').count(), 2)
})

for (const language of ['English', 'Deutsch']) {
  test(`${language}: there are texts for every fault of the catalogue, and they fit on a phone`, async () => {
    await page.getByRole('button', { name: language }).click()
    for (const { code, remedy } of Object.values(faults)) {
      await type(code)
      const text = await shown()
      assert.ok(text.includes(remedy), `${code}: the remedy`)
      assert.doesNotMatch(text, /undefined|HTTP \d|\{\d\}/, code)
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 360, `${code}: the width`)
    }
  })
}

test('without a code, the page lists all faults to choose from', async () => {
  assert.equal(await page.getByRole('listitem').count(), Object.keys(faults).length)
  await page.getByRole('button', { name: '900109' }).click()
  assert.match(await shown(), /^900109\n+Nobody has to act\n+Trying again does not help\./)
})

test('a code that is not in the catalogue is reported as unknown', async () => {
  await type('999999')
  assert.equal(await page.getByRole('article').count(), 0)
  assert.match(await page.locator('main').innerText(), /does not know this code/)
})
