import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where the machine's own Chromium is. */
export const chromiumPath: string = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** How it is started: with nothing but loopback within its reach. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/**
 * Starts the machine's own Chromium.
 *
 * @throws Error if there is none, saying how to get one.
 */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(chromiumPath)) {
    throw new Error(
      `There is no Chromium at ${chromiumPath}. Install it (apt-get install chromium), or say where it is: CHROMIUM=/path/to/chromium npm run proof`,
    )
  }
  return chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] })
}
