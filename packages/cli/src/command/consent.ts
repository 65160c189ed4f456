import { createInterface } from 'node:readline/promises'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Session } from '../session/session.ts'
import { print } from '../terminal/printable.ts'
import { wrap } from '../terminal/wrap.ts'
import type { ConsentOptions } from './options.ts'

/**
 * Checks early that there is consent, by `--yes`, or a terminal to ask for it.
 *
 * @throws CliError if there is neither.
 */
export function checkConsent({ host: { stdin, stderr } }: Session, { yes }: ConsentOptions): void {
  if (yes || (stdin.isTTY && stderr.isTTY)) return
  throw new CliError(exitCodes.usage, 'Nothing was created: there is no terminal to confirm at.', [
    'Add --yes to create the upgrade without confirmation.',
  ])
}

/**
 * Asks for consent before an upgrade is created, and accepts only a typed `yes`.
 *
 * @throws CliError for anything else.
 */
export async function askConsent(session: Session, options: ConsentOptions, customerId: string): Promise<void> {
  const consequence = `Customer ${customerId} will move to an Azure plan: this buys the plan and finally suspends the old subscription.`
  await askConsentTo(session, options, consequence)
}

/**
 * Like {@link askConsent}, with the consequence to state in the question.
 *
 * @throws CliError for anything but a typed `yes`.
 */
export async function askConsentTo(
  { host, reporter }: Session,
  { yes }: ConsentOptions,
  consequence: string,
): Promise<void> {
  if (yes) return
  reporter.clearProgress()
  print(host.stderr, wrap(consequence, host.stderr.columns ?? 80))
  const answer = await ask('Type yes to create the upgrade: ', host)
  if (host.signal.aborted) throw new CliError(exitCodes.interrupted, 'Interrupted. Nothing was created.', [])
  if (answer.trim().toLowerCase() !== 'yes') throw new CliError(exitCodes.failed, 'Nothing was created.', [])
}

async function ask(question: string, { stdin, stderr, signal, interrupt }: Session['host']): Promise<string> {
  // Never on stdout, which may carry JSON.
  const terminal = createInterface({ input: stdin, output: stderr })
  const closed = new AbortController()
  // While a question is open, readline receives Ctrl-C and Ctrl-D itself.
  terminal.once('SIGINT', interrupt)
  terminal.once('close', () => closed.abort())
  try {
    return await terminal.question(question, { signal: AbortSignal.any([signal, closed.signal]) })
  } catch {
    print(stderr, [''])
    return ''
  } finally {
    terminal.close()
  }
}
