import type { Browser, Page } from 'playwright-core'

/** The measurements of a page, in milliseconds unless noted otherwise. */
export interface Measures {
  readonly firstPaint: number
  readonly largestPaint: number
  /** Time until the playground is ready; without one, until the page is interactive. */
  readonly ready: number
  /** Total blocking time: the part of each task beyond 50 ms, during which the page did not react. */
  readonly blocked: number
  /** Cumulative layout shift: below 0.1 is good. */
  readonly shift: number
  /** Bytes transferred, after the server's compression. */
  readonly bytes: number
  readonly requests: number
}

/** The conditions of a visit. */
export interface Circumstances {
  readonly width: number
  /** Whether to emulate Lighthouse's phone: a processor four times slower, 1.6 Mbit/s, and a round trip of 150 ms. @default false */
  readonly slow?: boolean
}

/** Runs in the page before its own scripts. */
function observe(): void {
  const seen = { shift: 0, blocked: 0, largestPaint: 0 }
  Object.assign(globalThis, { seen })
  const on = (type: string, take: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  on('layout-shift', (entry) => {
    seen.shift += Number(Reflect.get(entry, 'value'))
  })
  on('longtask', ({ duration }) => {
    seen.blocked += duration - 50
  })
  on('largest-contentful-paint', ({ startTime }) => {
    seen.largestPaint = startTime
  })
}

/** Runs in the page after everything has loaded. */
function collect(): Omit<Measures, 'ready'> & { readonly interactive: number } {
  const [navigation, ...others] = [
    ...performance.getEntriesByType('navigation'),
    ...performance.getEntriesByType('resource'),
  ].filter((entry) => entry instanceof PerformanceResourceTiming)
  const all = navigation === undefined ? others : [navigation, ...others]
  return {
    ...Reflect.get(globalThis, 'seen'),
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    interactive: Number(Reflect.get(navigation ?? {}, 'domInteractive')),
    bytes: all.reduce((sum, { transferSize }) => sum + transferSize, 0),
    requests: all.length,
  }
}

/** Visits an address once, with nothing cached. */
export async function measure(browser: Browser, address: string, how: Circumstances): Promise<Measures> {
  const context = await browser.newContext({ viewport: { width: how.width, height: 800 } })
  const page = await context.newPage()
  if (how.slow === true) await slowDown(page)
  await page.addInitScript(observe)
  await page.goto(address)
  const playground = page.locator('.playground')
  const hasPlayground = (await playground.count()) > 0
  let ready: number | undefined
  if (hasPlayground) {
    await page.locator('.playground[data-ready=true]').waitFor()
    ready = await page.evaluate(() => performance.now())
  }
  await page.waitForLoadState('networkidle')
  const { interactive, ...rest } = await page.evaluate(collect)
  await context.close()
  return { ...rest, ready: ready ?? interactive }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const throughput = { downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 }
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, ...throughput })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
}

/** Measures the time from typing into the search box of a newly opened page until the first result. */
export async function measureSearch(browser: Browser, address: string, query: string): Promise<number> {
  const page = await browser.newPage()
  await page.goto(address)
  const box = page.getByLabel('Search', { exact: true })
  const begin = performance.now()
  await box.fill(query)
  await page.locator('#search-results a').first().waitFor()
  const time = performance.now() - begin
  await page.close()
  return time
}
