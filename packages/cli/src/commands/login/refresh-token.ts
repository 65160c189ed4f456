import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { CliError } from '../../errors/cli-error.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import type { Host } from '../../process/host.ts'
import { print } from '../../terminal/printable.ts'

/** The maximum number of characters to read: many times the length of any refresh token. */
const limit = 100_000

/**
 * Reads a refresh token from a pipe, or asks for it at a terminal without showing it.
 *
 * @throws CliError if there is none.
 */
export async function readRefreshToken(host: Host): Promise<string> {
  const text = host.stdin.isTTY ? await askSecretly(host) : await readAll(host)
  host.signal.throwIfAborted()
  const token = text.trim()
  if (token && token.length <= limit && !/\s/.test(token)) return token
  const what = token ? 'The input is not one refresh token.' : 'No refresh token was given.'
  throw new CliError(exitCodes.usage, what, [
    'Pipe it in: partner-upgrades login --refresh-token-stdin < FILE',
    'It is one word of about 1,000 characters, without quotes.',
  ])
}

async function readAll({ stdin }: Host): Promise<string> {
  let text = ''
  for await (const chunk of stdin) {
    text += String(chunk)
    if (text.length > limit) break
  }
  return text
}

async function askSecretly({ stdin, stderr, signal, interrupt }: Host): Promise<string> {
  print(stderr, ['Paste the refresh token, which is not shown, and press Enter:'])
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: stdin, output: nowhere, terminal: true })
  const closed = new AbortController()
  terminal.once('SIGINT', interrupt)
  terminal.once('close', () => closed.abort())
  try {
    return await terminal.question('', { signal: AbortSignal.any([signal, closed.signal]) })
  } catch {
    return ''
  } finally {
    terminal.close()
  }
}
