import { chromium } from 'playwright-core'

const flags = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** What Chromium printed, and which Chromium it was. */
export interface BrowserRun {
  readonly version: string
  readonly text: string
}

/** Opens a page in Debian's Chromium, and returns what is on it when it is done. */
export async function runInChromium(url: string): Promise<BrowserRun> {
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags })
  try {
    const version = browser.version()
    const page = await browser.newPage()
    const failure = new Promise<never>((_, reject) => page.on('pageerror', reject))
    await page.goto(`${url}/?version=${version}`)
    await Promise.race([failure, page.waitForFunction("document.title === 'done'", undefined, { timeout: 120_000 })])
    return { version, text: await page.innerText('body') }
  } finally {
    await browser.close()
  }
}
