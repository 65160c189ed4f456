import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The path of the machine's own Chromium. */
export const chromiumPath: string = process.env.CHROMIUM ?? '/usr/bin/chromium'

/** Its flags, which leave only loopback within its reach. */
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
 * @throws Error that says how to install it, if it is missing.
 */
export function launchChromium(): Promise<Browser> {
  if (!existsSync(chromiumPath)) {
    throw new Error(
      `There is no Chromium at ${chromiumPath}. Install it (apt-get install chromium), or set its path: CHROMIUM=/path/to/chromium npm run proof`,
    )
  }
  return chromium.launch({ executablePath: chromiumPath, args: [...chromiumFlags] })
}
