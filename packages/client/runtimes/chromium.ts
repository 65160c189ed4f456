import { launchChromium } from '@partner-upgrades/tools/chromium'

/** The text of a page, and the version of Chromium that showed it. */
export interface BrowserRun {
  readonly version: string
  readonly text: string
}

/** Opens a page in Chromium, and returns its text once it is done. */
export async function runInChromium(url: string): Promise<BrowserRun> {
  const browser = await launchChromium()
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
