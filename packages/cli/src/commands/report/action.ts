import { writeInterimReport } from '@partner-upgrades/bulk'
import type { Action } from '../../command/command.ts'
import { exitCodes } from '../../process/exit-codes.ts'
import { isBulkFailure, toListError } from '../bulk/list-error.ts'
import { standReport } from './view.ts'

/** Options of `report`. */
export interface ReportOptions {
  /** Whether to report on the dry run. @default false */
  readonly dryRun?: boolean
  /** The folder of the journal. @default the folder of the list */
  readonly out?: string
}

/** Reports the progress of a list. */
export const report: Action<[file: string, options: ReportOptions]> = async (
  { host, reporter },
  file,
  { dryRun = false, out },
) => {
  const stand = await writeInterimReport({
    file,
    dryRun,
    ...(out && { folder: out }),
    ...(host.clock && { clock: host.clock }),
  }).catch((error: unknown): never => {
    if (!isBulkFailure(error)) throw error
    throw toListError(error, exitCodes.usage, /ENOENT/.test(error.message) ? [notYet] : [])
  })
  const now = host.clock?.now() ?? Date.now()
  reporter.report(standReport(stand, now))
  return exitCodes.done
}

const notYet =
  'Run the list first: partner-upgrades bulk <file>. For the journal of a dry run: --dry-run; in another folder: --out <folder>'
