import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SiteServer, serveSite } from '../serve/server.ts'
import { siteFolder } from './site.ts'
import { watch } from './watch.ts'

let browser: Browser
let server: SiteServer
beforeAll(async () => {
  server = await serveSite({ folder: siteFolder })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

test.each(['playground', 'life'])('the script %s takes at most 60 kB compressed', (name) => {
  const size = gzipSync(readFileSync(join(siteFolder, `${name}.js`)), { level: 9 }).length
  console.log(`${name}.js: ${(size / 1_000).toFixed(1)} kB gzipped`)
  expect(size).toBeLessThanOrEqual(60_000)
})

test('the playground is ready within a second and a half', async () => {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    const page = await browser.newPage()
    await page.goto(`${server.url}operations/createProductUpgrade`)
    await page.locator('.playground[data-ready=true]').waitFor()
    times.push(Number(await page.evaluate('performance.now()')))
    await page.close()
  }
  // The machine may be busy: the best run is the closest to what the page needs.
  console.log(`ready after ${times.map((time) => Math.round(time)).join(', ')} ms`)
  expect(Math.min(...times)).toBeLessThan(1_500)
})

test('a page opened from a file works, including search and playground', async () => {
  const page = await browser.newPage()
  const root = pathToFileURL(`${siteFolder}/`).href
  const seen = watch(page, root)
  await page.goto(`${root}operations/createProductUpgrade.html`)
  await page.locator('.playground[data-ready=true]').waitFor()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await page.locator('.exchange[data-status="202"]').waitFor()
  await page.getByLabel('Search', { exact: true }).fill('900109')
  await page.locator('#search-results a').first().click()
  await page.waitForURL(/faults\/900109\.html$/)
  expect(seen).toEqual({ elsewhere: [], complaints: [] })
  await page.close()
})

describe('without JavaScript', () => {
  test.each([
    ['operations/createProductUpgrade', ['curl --request POST', 'Invoke-WebRequest', 'MS-RequestId', '900109']],
    ['faults/900109', ['Follow the upgrade', 'needs JavaScript']],
    ['guides/testing', ['createPartnerCenterMock']],
  ])('%s shows its content', async (path, parts) => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(server.url + path)
    const text = await page.locator('main').innerText()
    for (const part of parts) expect(text).toContain(part)
    await context.close()
  })
})

test('the keyboard alone is enough to skip to the content, search, and send', async () => {
  const page = await browser.newPage()
  await page.goto(`${server.url}operations/createProductUpgrade`)
  await page.locator('.playground[data-ready=true]').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('content')
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await page.evaluate('document.activeElement.textContent')) === 'Send') break
  }
  await page.keyboard.press('Enter')
  await page.locator('.exchange[data-status="202"]').waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('retry after')
  await page.locator('#search-results a').first().waitFor()
  await page.close()
})
