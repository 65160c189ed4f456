import {
  leanMemory,
  openRows,
  type Progress,
  type RunProgress,
  StoppedError,
  StoreError,
  upgradeCustomers,
} from '@partner-upgrades/bulk'
import type { Action } from '../../command/command.ts'
import { askConsentTo, checkConsent } from '../../command/consent.ts'
import { CliError } from '../../errors/cli-error.ts'
import { toClientFailure } from '../../errors/client-failure.ts'
import { type ExitCode, exitCodes } from '../../process/exit-codes.ts'
import { readClientOptions, toUsageError } from '../../session/client.ts'
import { createRecordsFolder } from '../../upgrades/create-records.ts'
import { isBatchDone } from './counts.ts'
import { type BulkFailure, isBulkFailure, toListError } from './list-error.ts'
import type { NoticeEvent } from './notify/notice.ts'
import { createNotifier } from './notify/notifier.ts'
import type { BulkOptions } from './options.ts'
import { createProgressReports } from './progress-reports.ts'
import { readSchedule, scheduleNotes } from './schedule.ts'
import { consequenceOf, endReport, unfinishedNotes } from './view.ts'

/** Upgrades the customers in a file. */
export const bulk: Action<[file: string, options: BulkOptions]> = async (session, file, options) => {
  const { host, reporter } = session
  const {
    dryRun = false,
    again = false,
    onlyFailed = false,
    out,
    xlsx = false,
    limit,
    parallel,
    polls,
    follow,
  } = options
  checkAgain(options)
  const schedule = readSchedule(options)
  const notifier = createNotifier(session, options.notify, dryRun)
  if (!dryRun) checkConsent(session, options)
  if (host.ownProcess) leanMemory()
  const { onRequest, onRetry, onSettle, ...client } = await readClientOptions(session, options)
  const now = (): number => host.clock?.now() ?? Date.now()
  const reports = createProgressReports(session, schedule, now)
  let before: Progress | undefined
  try {
    const upgraded = await upgradeCustomers({
      file,
      client,
      dryRun,
      again,
      onlyFailed,
      xlsx,
      signal: host.signal,
      stateFolder: createRecordsFolder(host.env),
      ...(out && { folder: out }),
      ...schedule,
      ...(limit && { limit }),
      ...(parallel && { parallel }),
      ...(polls && { pollsPerMinute: polls }),
      ...(follow && { followFor: follow }),
      onNotes: (notes) => reporter.note(notes),
      async onOpen(progress) {
        before = progress
        if (again) reporter.note(unfinishedNotes(progress))
        const count = createsToCome(progress, { onlyFailed, ...(limit && { limit }) })
        if (count > 0) reporter.note(scheduleNotes(schedule, options.between))
        if (count > 0 && !dryRun) await askConsentTo(session, options, consequenceOf(file, count))
      },
      onProgress(progress) {
        reports.tell(progress)
        notifier.progress(progress)
      },
    })
    await reports.end()
    reporter.clearProgress()
    reporter.report(endReport(upgraded, wasSettled(before, upgraded.progress), dryRun))
    const { progress } = upgraded
    const exitCode = endingOf(progress, dryRun, host.signal.aborted)
    notifier.progress(progress)
    await notifier.end(endOf(progress), exitCode)
    return exitCode
  } catch (error) {
    await reports.end()
    if (!isBulkFailure(error)) throw toUsageError(error)
    const failure = await toCliError(error, before !== undefined)
    await notifier.end('failed', failure.exitCode, error.name)
    throw failure
  }
}

/** Rejects `--again` for a real run: only a dry run can check its customers again. */
function checkAgain({ again, dryRun }: BulkOptions): void {
  if (!again || dryRun) return
  throw new CliError(
    exitCodes.usage,
    '--again checks the customers of a dry run again: add --dry-run. Nothing was sent.',
    ['To retry what failed in a real run: --only-failed'],
  )
}

/** Whether nothing was open when the run began, so that nothing was sent. */
function wasSettled(before: Progress | undefined, after: Progress): boolean {
  return before !== undefined && openRows(before.open) === 0 && before.round === after.round
}

/** How many creates this run may send: customers with a running upgrade are only followed. */
function createsToCome({ open, again }: Progress, { onlyFailed, limit }: Pick<BulkOptions, 'onlyFailed' | 'limit'>) {
  const fresh = openRows(open) === 0 && onlyFailed ? again : open.new
  return Math.min(fresh, limit ?? fresh) + open.sent
}

/** The webhook event for a run that has ended or was interrupted. */
function endOf({ open, limitReached }: RunProgress): NoticeEvent {
  if (openRows(open) === 0) return 'done'
  return isBatchDone({ open, limitReached }) ? 'batchDone' : 'interrupted'
}

function endingOf({ rows, ended, open, limitReached }: RunProgress, dryRun: boolean, interrupted: boolean): ExitCode {
  const unsettled = openRows(open)
  if (unsettled > 0 && !isBatchDone({ open, limitReached }))
    return interrupted ? exitCodes.interrupted : exitCodes.failed
  if (ended.unknown > 0) return exitCodes.unknown
  const answered = dryRun ? ended.eligible + ended.ineligible + ended.upgraded : ended.completed
  return answered === rows - unsettled ? exitCodes.done : exitCodes.failed
}

async function toCliError(error: BulkFailure, begun: boolean): Promise<CliError> {
  if (error instanceof StoppedError) {
    const { message } = error
    const { exitCode, message: why, advice } = await toClientFailure(error.cause, false)
    // The client's error does not contain the explanation of the credentials.
    return new CliError(exitCode, message, [...(message.includes(why) ? [] : [why]), ...advice], error)
  }
  // Nothing is sent before the list and the journal are read.
  const code = begun ? exitCodes.failed : exitCodes.usage
  const elsewhere = !begun && error instanceof StoreError ? [otherFolder] : []
  return toListError(error, code, elsewhere)
}

const otherFolder = 'To keep journal and results in another, existing folder: --out <folder>'
