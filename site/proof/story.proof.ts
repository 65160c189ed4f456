import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toHash } from '../browser/playground/situation.ts'
import { freshSituation } from '../browser/playground/store.ts'
import { type SiteServer, serveSite } from '../serve/server.ts'
import { siteFolder } from './site.ts'
import { type Watch, watch } from './watch.ts'

let browser: Browser
let server: SiteServer
beforeAll(async () => {
  // Not at the server's root: a site that works here works anywhere.
  server = await serveSite({ folder: siteFolder, base: '/some/where/' })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

async function open(path: string): Promise<{ page: Page; seen: Watch }> {
  const page = await browser.newPage()
  const seen = watch(page, server.url)
  await page.goto(server.url + path)
  await page.locator('.playground[data-ready=true]').waitFor()
  return { page, seen }
}

const latest = (page: Page) => page.locator('.exchange[open]').first()
const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(server.url + path)
  await page.locator('.playground[data-ready=true]').waitFor()
}
async function send(page: Page, status: string): Promise<string> {
  const before = await page.locator('.exchange').count()
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect.poll(() => page.locator('.exchange').count()).toBe(before + 1)
  await expect.poll(() => latest(page).getAttribute('data-status')).toBe(status)
  return latest(page).innerText()
}

test('a reader can take a customer through an upgrade from page to page, including its faults', async () => {
  const { page, seen } = await open('operations/checkProductUpgradeEligibility')
  expect(await send(page, '200')).toMatch(/"isEligible": true/)

  await go(page, 'operations/createProductUpgrade')
  const upgradeId = /location: productUpgrades\/([\da-f-]{36})/.exec(await send(page, '202'))?.[1]
  expect(await send(page, '409')).toContain(`original upgrade ${upgradeId} is in progress`)

  await go(page, 'operations/getProductUpgradeStatus')
  expect(await page.getByLabel('upgrade-id').inputValue()).toBe(upgradeId)
  expect(await send(page, '200')).toMatch(/"status": "Pending"/)
  await page.getByRole('button', { name: '+1 h' }).click()
  expect(await send(page, '200')).toMatch(/"status": "Completed"/)

  await go(page, 'faults/900109')
  await page.getByRole('button', { name: 'Trigger this fault' }).click()
  await expect.poll(() => latest(page).getAttribute('data-status')).toBe('409')

  await go(page, 'operations/checkProductUpgradeEligibility')
  await page.getByLabel('Throttling').selectOption('1')
  await send(page, '429')
  await page.getByRole('button', { name: /^Wait \d+ s and send again$/ }).click()
  await expect.poll(() => latest(page).getAttribute('data-status')).toBe('200')
  expect(seen).toEqual({ elsewhere: [], complaints: [] })
})

test('a link to a situation that this version cannot restore opens a fresh one', async () => {
  const values = { parameters: {}, body: undefined }
  const steps = [{ do: 'send', operation: 'ofAnotherVersion', values, token: '' }] as const
  const { page, seen } = await open(`operations/createProductUpgrade${toHash({ ...freshSituation(), steps })}`)
  expect(await page.locator('.exchange').count()).toBe(0)
  await send(page, '202')
  expect(seen).toEqual({ elsewhere: [], complaints: [] })
})
