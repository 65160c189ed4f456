import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock, createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { guidOf } from '@partner-upgrades/store-proof'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { upgradeCustomers } from '../src/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'page-'))
let browser: Browser

/** A list with every kind of outcome, and with long names. */
const customers = Array.from({ length: 300 }, (_, row) => ({
  id: guidOf(row),
  ...(row % 13 === 0 && { condition: ['900105', '900108', '900130'][(row / 13) % 3] ?? '900105' }),
  ...(row % 41 === 1 && { lineItems: [{}, { outcome: 'Failed' as const }] }),
  ...(row % 67 === 2 && { lineItems: [{ outcome: 'Failed' as const }] }),
}))

beforeAll(async () => {
  const { fetch, clock } = createPartnerCenterMock({
    clock: createClock({ auto: true }),
    customers: customers.filter((_, row) => row % 97 !== 5),
  })
  const file = join(folder, 'customers.csv')
  const names = [
    'Contoso',
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
    '<b>Fabrikam</b>',
    'x'.repeat(2_000),
  ]
  writeFileSync(file, `customerId,name\n${customers.map(({ id }, row) => `${id},${names[row % 4]}\n`).join('')}`)
  await upgradeCustomers({ file, stateFolder: join(folder, 'state'), client: { credential: 'any', fetch, clock } })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  // For visual inspection.
  process.stdout.write(`screens: ${folder}\n`)
})

const schemes = ['light', 'dark'] as const
const sizes = [1280, 390, 320] as const
const screens = schemes.flatMap((colorScheme) => sizes.map((width) => ({ colorScheme, width })))

test.for(screens)(
  'the page fits $width pixels, is legible in $colorScheme mode, and makes no further request',
  async (screen) => {
    const { colorScheme, width } = screen
    const page = await browser.newPage({ colorScheme, viewport: { width, height: 900 } })
    const asked: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => complaints.push(message.text()))
    const url = `file://${join(folder, 'customers.report.html')}`
    await page.goto(url)
    expect(asked).toEqual([url])
    expect(complaints).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    // No element is cut off, either.
    expect(
      await page.evaluate(
        "Math.max(...[...document.querySelectorAll('*')].map((e) => e.scrollWidth - e.clientWidth * (e.clientWidth > 0) - 1e9 * (e.clientWidth === 0)))",
      ),
    ).toBeLessThanOrEqual(1)
    expect(await page.locator('svg').count()).toBeGreaterThan(3)
    expect(await page.locator('tbody b').count()).toBe(0)
    expect(await page.getByText('<b>Fabrikam</b>').count()).toBeGreaterThan(0)
    // WCAG AA: 4.5 to 1 for text.
    expect(await page.evaluate(worstContrast)).toBeGreaterThanOrEqual(4.5)
    writeFileSync(join(folder, `${colorScheme}-${width}.png`), await page.screenshot({ fullPage: true }))
    await page.close()
  },
)

/** Returns the lowest contrast between a text and its background; runs in the page. */
const worstContrast = `(() => {
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number)
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const color = numbers(getComputedStyle(each).backgroundColor)
      if (color.length === 3 || color[3] > 0) return color
    }
    return [255, 255, 255]
  }
  let worst = 21
  for (const element of document.body.querySelectorAll('*:not(svg):not(svg *)')) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue
    const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground(element))]
    worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05))
  }
  return worst
})()`
