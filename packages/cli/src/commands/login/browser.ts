import { CliError } from '../../errors/cli-error.ts'
import { openAddress, whyNoBrowser } from '../../process/browser.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'

const otherWays = [
  'Set BROWSER to a program that opens addresses, or sign in without a browser here:',
  '  partner-upgrades login --device-code (often blocked by Conditional Access)',
  '  partner-upgrades login --refresh-token-stdin (a refresh token from elsewhere)',
]

/**
 * Checks that a user can sign in with a browser here.
 *
 * @throws CliError that names the other ways to sign in.
 */
export function checkBrowser(host: Host): void {
  const why = whyNoBrowser(host, process.platform)
  if (why) throw new CliError(exitCodes.usage, `No browser can be opened: ${why}.`, otherWays)
}

/**
 * Opens an address in the user's browser.
 *
 * @throws CliError if that cannot be done.
 */
export async function openBrowser(url: string, host: Host): Promise<void> {
  const why = await openAddress(url, host)
  if (why !== undefined) throw new CliError(exitCodes.usage, `The browser could not be opened: ${why}.`, otherWays)
}
