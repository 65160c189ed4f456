// Checks the page of a report in Chromium: on a desktop and on a phone, light and dark.
import { type CaseResult, type SlotResult, toHtml, verify } from '@partner-upgrades/contract-tests'
import { createPartnerCenterMock } from '@partner-upgrades/mocks/core'
import { launchChromium } from '@partner-upgrades/tools/chromium'
import { afterAll, beforeAll, expect, test } from 'vitest'

const slotOutcomes: readonly SlotResult['outcome'][] = ['shown', 'failed', 'open', 'notExercised', 'outOfReach']
const caseOutcomes: readonly CaseResult['outcome'][] = ['passed', 'failed', 'notExercised']

function inTurn<T>(values: readonly T[], index: number): T {
  const value = values[index % values.length]
  if (value === undefined) throw new RangeError('There is no value to take.')
  return value
}

let report = ''
let browser: Awaited<ReturnType<typeof launchChromium>>

beforeAll(async () => {
  browser = await launchChromium()
  const { fetch } = createPartnerCenterMock()
  const customerId = '4c721420-72ad-4708-a0a7-371a2f7b0969'
  const verified = await verify({ baseUrl: 'https://provider.example', token: 't', customerId, maxRps: 1e6, fetch })
  // Show every outcome, in turn.
  report = toHtml({
    ...verified,
    slots: verified.slots.map((slot, index) => ({ ...slot, outcome: inTurn(slotOutcomes, index), reason: 'a reason' })),
    cases: verified.cases.map((each, index) => ({
      ...each,
      outcome: inTurn(caseOutcomes, index),
      reasons: ['a < b', 'more'],
      curl: "curl 'x'",
    })),
    failures: ['something is missing'],
  })
})
afterAll(() => browser.close())

interface Findings {
  readonly contrast: number
  readonly what: string
  readonly wide: readonly string[]
  readonly dark: boolean
  readonly width: number
}

// Runs in the page.
const measure = `(() => {
const rgb = (color) => color.match(/[\\d.]+/g).map(Number)
const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
const behind = (element) => {
  for (let at = element; at; at = at.parentElement) {
    const [r, g, b, a = 1] = rgb(getComputedStyle(at).backgroundColor)
    if (a === 1) return [r, g, b]
  }
  return [255, 255, 255]
}
for (const details of document.querySelectorAll('details')) details.open = true
let least = { contrast: 21 }
for (const element of document.querySelectorAll('body *')) {
  if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue
  const [a, b] = [light(rgb(getComputedStyle(element).color)), light(behind(element))].sort((x, y) => y - x)
  const contrast = (a + 0.05) / (b + 0.05)
  if (contrast < least.contrast) least = { contrast, what: element.outerHTML.slice(0, 80) }
}
const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
const dark = light(rgb(getComputedStyle(document.body).backgroundColor)) < 0.2
return { ...least, wide: wide.slice(0, 3).map((e) => e.outerHTML.slice(0, 80)), dark, width: innerWidth }
})()`

test.for([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('%i pixels wide and %s, all text is readable and nothing overflows', async ([width, scheme]) => {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
  await page.setContent(report)
  const found: Findings = await page.evaluate(measure)
  await page.close()
  expect(found).toMatchObject({ wide: [], dark: scheme === 'dark', width })
  expect(found.contrast, found.what).toBeGreaterThanOrEqual(4.5)
})
