import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type SiteServer, serveSite } from '../serve/server.ts'
import { siteFolder } from './site.ts'
import { watch } from './watch.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const screenshots = join(import.meta.dirname, '../reports/screenshots')

/** One page of each kind. */
const kinds = [
  'evidence',
  'api/mocks/index',
  'index',
  'operations/createProductUpgrade',
  'operations/listCustomers',
  'faults/index',
  'faults/900109',
  'guides/testing',
  'commands/index',
  'commands/bulk',
  'life',
  'changelog',
]

let browser: Browser
let server: SiteServer
beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true })
  server = await serveSite({ folder: siteFolder })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})

describe.each([1280, 360])('%i pixels wide', (width) => {
  describe.each(['light', 'dark'] as const)('in the %s scheme', (colorScheme) => {
    test.each(kinds)('%s has no axe findings, and sends no request to other sites', async (path) => {
      // The test injects axe past the page's content security policy.
      const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme })
      const page = await context.newPage()
      const seen = watch(page, server.url)
      await page.goto(server.url + path)
      const playground = page.locator('.playground')
      if ((await playground.count()) > 0) await page.locator('.playground[data-ready=true]').waitFor()
      const act = page.getByRole('button', { name: /^(Send|Trigger this fault)$/ })
      if ((await act.count()) > 0) await act.click()
      if ((await act.count()) > 0) await page.locator('.exchange').first().waitFor()
      const file = `${path.replaceAll('/', '-')}-${width}-${colorScheme}.png`
      const height = Math.min(Number(await page.evaluate('document.documentElement.scrollHeight')), 2_600)
      await page.screenshot({ path: join(screenshots, file), fullPage: true, clip: { x: 0, y: 0, width, height } })
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      expect(seen).toEqual({ elsewhere: [], complaints: [] })
      await page.evaluate(await axeSource())
      const { violations } = await page.evaluate<{ violations: readonly Finding[] }>('axe.run(document)')
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`),
      ).toEqual([])
      await context.close()
    })
  })
})

interface Finding {
  readonly id: string
  readonly nodes: readonly { readonly html: string }[]
}

async function axeSource(): Promise<string> {
  const { readFile } = await import('node:fs/promises')
  return readFile(axe, 'utf8')
}
