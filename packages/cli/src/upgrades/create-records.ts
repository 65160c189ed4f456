import { homedir } from 'node:os'
import { join } from 'node:path'
import { createIdempotencyFiles, type IdempotencyFiles, stateDirectory } from '@partner-upgrades/client/node'
import { CliError } from '../errors/cli-error.ts'
import { exitCodes } from '../process/exit-codes.ts'
import type { Host } from '../process/host.ts'
import type { Session } from '../session/session.ts'
import { waitingReport } from './upgrade-view.ts'

/** The folder through which this user's programs on this machine take turns at each customer. */
export function createRecordsFolder(env: Host['env']): string {
  return join(stateDirectory(env, process.platform, homedir()), 'creates')
}

/**
 * Opens the records of creates that the programs of this machine share.
 *
 * @param purpose what this program does, shown to programs that wait for it
 * @param settleFor the settling time in milliseconds, if it is not the default
 */
export function openCreateRecords({ host, reporter }: Session, purpose: string, settleFor?: number): IdempotencyFiles {
  const folder = createRecordsFolder(host.env)
  const files = createIdempotencyFiles({
    folder,
    purpose,
    ...(settleFor && { keep: settleFor }),
    onWait: (holder) => reporter.report(waitingReport(holder)),
  })
  const told = async <T>(work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => Promise.reject(unusable(cause)))

  function unusable(cause: unknown): unknown {
    if (host.signal.aborted || !(cause instanceof Error)) return cause
    return new CliError(
      exitCodes.usage,
      `Cannot use ${folder}: ${cause.message}`,
      ['Give this user write access, or set XDG_STATE_HOME to a directory they own.'],
      cause,
    )
  }

  return {
    open: (subject, signal) => told(files.open(subject, signal)),
    tryOpen: (subject) => told(files.tryOpen(subject)),
    read: (subject) => told(files.read(subject)),
  }
}
