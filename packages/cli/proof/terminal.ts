import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { nodeArguments } from './program.ts'

const run = promisify(execFile)
const prompt = '$'

/** A real terminal running a shell, in which `partner-upgrades` is a command. */
export interface Terminal {
  /** Types a command line, waits until the command ends, and returns its output. */
  enter(line: string): Promise<string>
  /** Sends keys without waiting. */
  type(...keys: readonly string[]): Promise<void>
  /** Returns the visible text, on request with colours as escape sequences. */
  screen(colours?: boolean): Promise<string>
  /** Waits until the visible text matches, and returns it. */
  see(what: RegExp): Promise<string>
  close(): Promise<void>
}

/** The commands that start the shells without user configuration, and with the same short prompt. */
const shells = {
  bash: ['bash', '--norc', '--noprofile', '-i'],
  zsh: ['zsh', '-f', '-i'],
  fish: ['fish', '--no-config', '-C', `function fish_prompt; printf '${prompt} '; end`],
} as const

/** The name of a supported shell. */
export type Shell = keyof typeof shells

/** Opens a terminal in tmux, on its own server. */
export async function openTerminal(
  shell: Shell,
  columns: number,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<Terminal> {
  const socket = `partner-upgrades-${randomUUID()}`
  const tmux = async (...args: readonly string[]): Promise<string> =>
    (await run('tmux', ['-L', socket, '-f', '/dev/null', ...args])).stdout
  const bin = join(home, 'bin')
  mkdirSync(bin, { recursive: true })
  const words = [process.execPath, ...nodeArguments].map((word) => `'${word}'`)
  writeFileSync(join(bin, 'partner-upgrades'), `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`)
  chmodSync(join(bin, 'partner-upgrades'), 0o755)
  const given = { ...env, HOME: home, PS1: `${prompt} `, PATH: `${bin}:${process.env.PATH}`, CI: '', NO_COLOR: '' }
  const variables = Object.entries(given).map(([name, value]) =>
    value === '' ? `--unset=${name}` : `${name}=${value}`,
  )
  const size = ['-x', String(columns), '-y', '100']
  await tmux('new-session', '-d', ...size, 'env', ...variables.sort(), ...shells[shell])

  async function capture(...options: readonly string[]): Promise<string> {
    return (await tmux('capture-pane', '-p', ...options)).replace(/ +$/gm, '').trimEnd()
  }
  async function see(what: RegExp): Promise<string> {
    for (const end = Date.now() + 60_000; ; await sleep(50)) {
      const text = await capture()
      if (what.test(text)) return text
      if (Date.now() > end) throw new Error(`${what} did not appear; the screen shows:\n${text}`)
    }
  }
  async function type(...keys: readonly string[]): Promise<void> {
    await tmux('send-keys', ...keys)
  }
  await see(/^\$$/)
  return {
    screen: (colours = false) => capture(...(colours ? ['-e'] : [])),
    see,
    type,
    async enter(line) {
      await type('-l', 'clear')
      await type('Enter')
      await see(/^\$$/)
      await type('-l', line)
      await type('Enter')
      await see(/\n\$$/)
      // Joins lines that the terminal wrapped: the typed line, an address, or the output of a pipe, which has no width.
      const text = await capture('-J')
      return text.split('\n').slice(1, -1).join('\n')
    },
    close: async () => void (await tmux('kill-server')),
  }
}
