import {
  BulkError,
  InputError,
  leanMemory,
  openRows,
  type Progress,
  StoppedError,
  StoreError,
  upgradeCustomers,
} from '@partner-upgrades/bulk'
import { toFailureOfCall } from '../call-failure.ts'
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
  let before: Progress | undefined
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
      async onOpen(progress) {
        before = progress
        const { open, again } = progress
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
    reporter.tell(endReport(upgraded, wasSettled(before, upgraded.progress)))
    return endingOf(upgraded.progress, dryRun, host.signal.aborted)
  } catch (error) {
    throw error instanceof BulkError ? await toCliError(error, before !== undefined) : error
  }
}

/** Whether nothing was open when the run began, so that nothing was sent. */
function wasSettled(before: Progress | undefined, after: Progress): boolean {
  return before !== undefined && openRows(before.open) === 0 && before.round === after.round
}

function endingOf({ rows, ended, open }: Progress, dryRun: boolean, interrupted: boolean): ExitCode {
  if (openRows(open) > 0) return interrupted ? exitCodes.interrupted : exitCodes.failed
  if (ended.unknown > 0) return exitCodes.unknown
  const answered = dryRun ? ended.eligible + ended.ineligible : ended.completed
  return answered === rows ? exitCodes.done : exitCodes.failed
}

async function toCliError(error: BulkError, begun: boolean): Promise<CliError> {
  const [message = '', ...more] = printable(linesOf(error))
  if (error instanceof StoppedError) {
    const { exitCode, message: why, advice } = await toFailureOfCall(error.cause, false)
    // What the credentials say of themselves is not in the client's error.
    return new CliError(exitCode, message, printable([...(message.includes(why) ? [] : [why]), ...advice]), error)
  }
  // Before list and journal are read, nothing is sent.
  const code = begun ? exitCodes.failed : exitCodes.usage
  const elsewhere = !begun && error instanceof StoreError ? [otherFolder] : []
  return new CliError(code, message, [...more.map((line) => line.trim()), ...elsewhere], error)
}

const otherFolder = 'Journal and results can go to another folder, which has to be there: --out <folder>'

/** Whoever corrects a list wants to know of everything, and not only of what a message has room for. */
function linesOf(error: BulkError): readonly string[] {
  const lines = error.message.split('\n')
  if (!(error instanceof InputError)) return lines
  const { problems, count } = error
  const more = count > problems.length ? [`and ${(count - problems.length).toLocaleString('en')} more`] : []
  return [...lines.slice(0, 1), ...problems.map(({ line, text }) => `line ${line}: ${text}`), ...more]
}
