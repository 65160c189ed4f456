import {
  BulkError,
  InputError,
  JournalError,
  leanMemory,
  openRows,
  StoppedError,
  upgradeCustomers,
} from '@partner-upgrades/bulk'
import { isPartnerCenterError } from '@partner-upgrades/client'
import { exitCodeOf } from '../call-failure.ts'
import { CliError } from '../cli-error.ts'
import { openClient, readClientOptions } from '../client.ts'
import type { BulkOptions } from '../commands/bulk-options.ts'
import type { Action } from '../commands/command.ts'
import { askConsentTo, checkConsent } from '../consent.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { printable } from '../printable.ts'
import { consequenceOf, createPulse, endReport, progressLine, progressReport } from '../views/bulk.ts'

/** Milliseconds between two lines in a pipe, and between two states of the line on a screen. */
const often = { line: 10_000, screen: 200 }

/** Works a file of customers through. */
export const bulk: Action<[file: string, options: BulkOptions]> = async (session, file, options) => {
  const { host, reporter } = session
  const { dryRun = false, onlyFailed = false, out, parallel, polls, follow } = options
  if (!dryRun) checkConsent(session, options)
  if (host.ownProcess) leanMemory()
  // For what is wrong with the settings: it is said as every command says it.
  await openClient(session)
  const { onRequest, onRetry, ...client } = await readClientOptions(session)
  const now = (): number => host.clock?.now() ?? Date.now()
  const pulseOf = createPulse(now)
  let told = now()
  let shown = Number.NEGATIVE_INFINITY
  try {
    const upgraded = await upgradeCustomers({
      file,
      client,
      dryRun,
      onlyFailed,
      signal: host.signal,
      ...(out && { folder: out }),
      ...(parallel && { parallel }),
      ...(polls && { pollsPerMinute: polls }),
      ...(follow && { followFor: follow }),
      async onOpen({ open, again }) {
        const count = openRows(open) || (onlyFailed ? again : 0)
        if (count > 0 && !dryRun) await askConsentTo(session, options, consequenceOf(file, count))
      },
      onProgress(progress) {
        if (now() - shown >= often.screen) {
          shown = now()
          reporter.wait(progressLine(progress, pulseOf(progress), host.stdout.columns ?? 80))
        }
        if (now() - told >= often.line) {
          told = now()
          reporter.tell(progressReport(progress, pulseOf(progress)))
        }
      },
    })
    reporter.rest()
    reporter.tell(endReport(upgraded))
    return endingOf(upgraded.progress, host.signal.aborted)
  } catch (error) {
    throw error instanceof BulkError ? toCliError(error) : error
  }
}

function endingOf({ rows, ended, open }: Parameters<typeof progressLine>[0], interrupted: boolean): ExitCode {
  if (openRows(open) > 0) return interrupted ? exitCodes.interrupted : exitCodes.failed
  if (ended.unknown > 0) return exitCodes.unknown
  const answered = ended.eligible > 0 ? ended.eligible + ended.ineligible : ended.completed
  return answered === rows ? exitCodes.done : exitCodes.failed
}

function toCliError(error: BulkError): CliError {
  const [message = '', ...more] = printable(error.message.split('\n'))
  const cause = error instanceof StoppedError && isPartnerCenterError(error.cause) ? error.cause : undefined
  const usage = error instanceof InputError || error instanceof JournalError
  const code = cause ? exitCodeOf(cause) : usage ? exitCodes.usage : exitCodes.failed
  return new CliError(
    code,
    message,
    more.map((line) => line.trim()),
    error,
  )
}
