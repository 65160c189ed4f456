import { join } from 'node:path'
import { type ResultFiles, verifyAudit } from '@partner-upgrades/bulk'
import type { Fleet, ListStatus } from '@partner-upgrades/fleet'
import type { Action } from '../../../command/command.ts'
import { exitCodes } from '../../../process/exit-codes.ts'
import type { Session } from '../../../session/session.ts'
import { auditReport, isUnchanged } from '../../audit/view.ts'
import { type FleetOptions, withFleet } from '../open.ts'
import { resultsReport, standReport } from './view.ts'

/** Options of `fleet results`, `fleet report` and `fleet audit`. */
export interface ResultsOptions extends FleetOptions {
  /** The folder for the files. @default the current one */
  readonly out?: string
  /** Whether to write an Excel workbook, too. @default false */
  readonly xlsx?: boolean
}

/** Writes the results of a list. */
export const results: Action<[list: string, options: ResultsOptions]> = async (session, list, options) =>
  withFleet(session, options, async (fleet) => {
    const { files, status } = await write(session, fleet, list, options)
    session.reporter.report(resultsReport(status, files))
    return exitCodes.done
  })

/** Writes the results of a list, and reports its state. */
export const report: Action<[list: string, options: ResultsOptions]> = async (session, list, options) =>
  withFleet(session, options, async (fleet) => {
    const { files, status } = await write(session, fleet, list, options)
    const { workers } = await fleet.status()
    session.reporter.report(standReport(status, workers.length, files.report))
    return exitCodes.done
  })

/** Writes the results of a list, and verifies their audit file. */
export const audit: Action<[list: string, options: ResultsOptions]> = async (session, list, options) =>
  withFleet(session, options, async (fleet) => {
    const { files } = await write(session, fleet, list, options)
    const found = await verifyAudit(files.audit)
    session.reporter.report(auditReport(files.audit, found))
    return isUnchanged(found) ? exitCodes.done : exitCodes.failed
  })

async function write(
  { reporter }: Session,
  fleet: Fleet,
  list: string,
  { out = '.', xlsx = false }: ResultsOptions,
): Promise<{ readonly files: ResultFiles; readonly status: ListStatus }> {
  const path = (suffix: string): string => join(out, `${fileNameOf(list)}.${suffix}`)
  const files: ResultFiles = {
    csv: path('results.csv'),
    jsonLines: path('results.jsonl'),
    report: path('report.html'),
    audit: path('audit.jsonl'),
    ...(xlsx && { xlsx: path('results.xlsx') }),
  }
  reporter.progress('Writing the results')
  const status = await fleet.writeResults(list, files)
  reporter.clearProgress()
  return { files, status }
}

/** `customers.csv` → `customers`; characters that are special to a file system or a shell become hyphens. */
function fileNameOf(list: string): string {
  const name = list.replace(/\.(?:csv|jsonl?|txt|xlsx)$/i, '').replace(/[^\p{L}\p{N}._-]+/gu, '-')
  return /^\.*$/.test(name) ? 'list' : name
}
