import { spawn } from 'node:child_process'
import type { Host } from './host.ts'

/** The reason why no browser can be opened; `undefined` if one can. `BROWSER` implies that there is one, as in remote development. */
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

/** Opens an address in the user's browser; resolves to a short reason if that failed, and to `undefined` otherwise. */
export function openAddress(url: string, { env }: Pick<Host, 'env'>): Promise<string | undefined> {
  const [command, ...args] = opener(env, process.platform)
  return new Promise((resolve) => {
    const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    child.on('error', (error) =>
      resolve(`${command} ${'code' in error && error.code === 'ENOENT' ? 'is missing' : error.message}`),
    )
    child.on('exit', (code) => resolve(code === 0 ? undefined : `${command} ended with ${code ?? 'a signal'}`))
    // Some openers are the browser itself, and run as long as it does.
    child.unref()
  })
}

/** The program that opens an address, and its first arguments. */
export function opener({ BROWSER }: Host['env'], platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (BROWSER) return [BROWSER]
  if (platform === 'darwin') return ['open']
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler']
  return ['xdg-open']
}
