import { spawn } from 'node:child_process'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'

const otherWays = [
  'Have BROWSER name a program that opens addresses, or sign in without a browser here:',
  '  partner-upgrades login --device-code (often blocked by Conditional Access)',
  '  partner-upgrades login --refresh-token-stdin (a refresh token from elsewhere)',
]

/** Why no browser can be opened here; `undefined` if one can. `BROWSER` says that there is one, as with remote development. */
export function whyNoBrowser(
  { env, stdin }: Pick<Host, 'env' | 'stdin'>,
  platform: NodeJS.Platform,
): string | undefined {
  if (env.CI && env.CI !== 'false') return 'this is a CI job'
  if (env.BROWSER) return undefined
  if (!stdin.isTTY) return 'there is no terminal'
  if (env.SSH_CONNECTION || env.SSH_TTY) return 'this is an SSH session'
  const hasDesktop = platform === 'darwin' || platform === 'win32' || env.DISPLAY || env.WAYLAND_DISPLAY
  return hasDesktop ? undefined : 'there is no display'
}

/**
 * Refuses where nobody could sign in with a browser.
 *
 * @throws CliError that names the other ways.
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
export function openBrowser(url: string, { env }: Host): Promise<void> {
  const [command, ...args] = opener(env, process.platform)
  return new Promise((resolve, reject) => {
    const fail = (why: string): void =>
      reject(new CliError(exitCodes.usage, `The browser could not be opened: ${command} ${why}.`, otherWays))
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    child.on('error', (error) => fail('code' in error && error.code === 'ENOENT' ? 'is missing' : error.message))
    child.on('exit', (code) => (code === 0 ? resolve() : fail(`ended with ${code ?? 'a signal'}`)))
    // Some openers are the browser itself, and run for as long.
    child.unref()
  })
}

function opener({ BROWSER }: Host['env'], platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (BROWSER) return [BROWSER]
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}
