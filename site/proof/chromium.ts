import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'

/** Where Chromium is. */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'

/**
 * Starts the machine's own Chromium, with nothing but loopback within its reach.
 *
 * @throws Error if there is none, saying how to get one.
 */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}. Install it (apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium npm run proof`,
    )
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })
}

/** What goes wrong on a page without anybody looking: what it asks of others, what its policy refuses, what its scripts throw. */
export interface Watch {
  readonly elsewhere: readonly string[]
  readonly complaints: readonly string[]
}

/** Watches a page from now on. Whatever does not begin with `home` is elsewhere. */
export function watch(page: Page, home: string): Watch {
  const elsewhere: string[] = []
  const complaints: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(home)) elsewhere.push(request.url())
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { elsewhere, complaints }
}
