import { type Clock, systemClock } from '@partner-upgrades/client'
import { CliError } from '../../../errors/cli-error.ts'
import { connectionCodeOf } from '../../../errors/connection-code.ts'
import { exitCodes } from '../../../process/exit-codes.ts'

/** How long a webhook may take to respond, in milliseconds. */
const timeLimit = 10_000

const loopback: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/**
 * Parses the address of a webhook. It is a secret that no message quotes: anyone who knows it can post there.
 *
 * @param source the option or variable that it comes from
 * @throws CliError if it cannot be used.
 */
export function readWebhook(text: string, source: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const { protocol, hostname = '', username, password } = url ?? {}
  const isSafe = protocol === 'https:' || (protocol === 'http:' && loopback.includes(hostname))
  if (url && isSafe && !username && !password) return url
  throw new CliError(exitCodes.usage, `${source} is not the address of a webhook. Nothing was sent.`, [
    'Use an https address without user and password (http only to this machine): https://HOST/PATH',
  ])
}

/** Options of {@link postToWebhook}. */
export interface PostTools {
  /** The clock that measures the time limit. @default the system's */
  readonly clock?: Clock
}

/**
 * Posts a JSON document to a webhook, through the proxy that the process uses. Redirects are not followed: nobody else gets the document.
 *
 * @throws Error that says why it failed, without the address.
 */
export async function postToWebhook(url: URL, body: object, { clock = systemClock }: PostTools = {}): Promise<void> {
  const [tooLate, over] = [new AbortController(), new AbortController()]
  clock.sleep(timeLimit, over.signal).then(
    () => tooLate.abort(),
    () => {},
  )
  try {
    const response = await globalThis.fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal: tooLate.signal,
    })
    await response.body?.cancel()
    if (response.ok) return
    const { status, type } = response
    const isRedirect = type === 'opaqueredirect' || (status >= 300 && status < 400)
    throw new AnswerError(isRedirect ? `it redirects (${status}), which is not followed` : `it answered ${status}`)
  } catch (error) {
    if (error instanceof AnswerError) throw error
    const why = tooLate.signal.aborted ? `no answer within ${timeLimit / 1_000} s` : 'no connection'
    const code = tooLate.signal.aborted ? undefined : connectionCodeOf(error)
    throw new Error(code ? `${why}, ${code}` : why)
  } finally {
    over.abort()
  }
}

class AnswerError extends Error {}
