import { basename, dirname } from 'node:path'
import { createProductUpgradesClient, systemClock } from '@partner-upgrades/client'
import { createIdempotencyFiles } from '@partner-upgrades/client/node'
import { readCustomers } from '@partner-upgrades/customer-lists'
import { JournalError } from './errors.ts'
import { openJournal } from './journal/journal.ts'
import { listPaths } from './list-paths.ts'
import { removeAbandonedFiles } from './output/temporary-files.ts'
import { type ResultFiles, writeResults } from './output/write-results.ts'
import { checkOptions } from './run/check-options.ts'
import { runBulk } from './run/run-bulk.ts'
import type { RunOptions, RunProgress } from './run/run-options.ts'
import { openRows, type Progress } from './store/store.ts'

/** The options of `upgradeCustomers`. */
export interface UpgradeCustomersOptions extends Omit<RunOptions, 'store' | 'creates'> {
  /** Path of the list: CSV, JSON Lines, JSON or .xlsx, as `readCustomers` reads it. */
  readonly file: string
  /**
   * The folder for the journal and the results.
   * @default the folder of the list
   */
  readonly folder?: string | undefined
  /**
   * Path of the journal.
   * @default the list's name with `.journal.jsonl`, or `.dry-run.journal.jsonl`, in the folder
   */
  readonly journal?: string | undefined
  /**
   * How long a worker may be silent before others take over its customers, in milliseconds.
   * @default 30000
   */
  readonly lease?: number | undefined
  /**
   * The folder with the locks that keep this machine's processes from creating for the same customer at once, whatever their lists.
   * @default `partner-upgrades/creates` in this user's state folder
   */
  readonly stateFolder?: string | undefined
  /** Whether to write the results as an Excel workbook as well. @default false */
  readonly xlsx?: boolean | undefined
  /** Called after the list was read, if anything in it was ignored, merged or corrected, with one sentence for each. */
  readonly onNotes?: ((notes: readonly string[]) => void) | undefined
  /** Called after the list and the journal were read, before anything is sent. Throw to stop the run, for example if the user declines. */
  readonly onOpen?: ((progress: Progress) => void | Promise<void>) | undefined
}

/** The result of `upgradeCustomers`. */
export interface UpgradedCustomers {
  /** The progress of the list. */
  readonly progress: RunProgress
  /** Path of the journal. Keep it until the run has ended. */
  readonly journal: string
  /** Paths of the results; absent if the run was stopped early or reached its limit. */
  readonly files?: ResultFiles
}

/**
 * Upgrades the customers of a file: checks eligibility, creates upgrades and follows each to its end, recording everything in a journal.
 * After an interruption, the same call resumes the run; several processes that make the same call share the work.
 *
 * @throws InputError listing every problem with the file, before anything is sent.
 * @throws JournalError if the journal belongs to another file or service, is damaged, or has nothing to retry, before anything is sent.
 * @throws TypeError if an option is invalid, before any file is touched.
 * @throws StoreError if something could not be recorded; it was not sent.
 * @throws StoppedError if requests no longer get through.
 * @example
 * const { progress } = await upgradeCustomers({ file: 'customers.csv', client: { credential: getToken } })
 */
export async function upgradeCustomers(options: UpgradeCustomersOptions): Promise<UpgradedCustomers> {
  const { file, folder = dirname(file), dryRun = false, lease, stateFolder } = options
  const clock = options.client.clock ?? systemClock
  // Reports invalid options before any file is touched.
  const { baseUrl: service, settleFor } = createProductUpgradesClient(options.client)
  checkOptions(options)
  const path = listPaths(file, dryRun, folder)
  const { journal = path('journal.jsonl') } = options
  const customers = await readCustomers(file)
  if (customers.notes.length > 0) options.onNotes?.(customers.notes)
  await removeAbandonedFiles(folder)
  const store = await openJournal({ path: journal, customers, service, dryRun, clock, ...(lease && { lease }) })
  try {
    const before = await store.progress()
    const { open, round } = before
    if (options.onlyFailed && round === 0 && open.new === customers.size) {
      throw new JournalError(
        `According to ${journal}, nothing in ${file} has been run yet. Run it without onlyFailed first, or pass the folder that it ran with. Nothing was sent.`,
      )
    }
    await options.onOpen?.(before)
    const creates = createIdempotencyFiles({
      purpose: `the list ${basename(file)}`,
      keep: settleFor,
      ...(stateFolder && { folder: stateFolder }),
    })
    const progress = await runBulk({ ...options, store, creates })
    if (openRows(progress.open) > 0) return { progress, journal }
    const files: ResultFiles = {
      csv: path('results.csv'),
      jsonLines: path('results.jsonl'),
      report: path('report.html'),
      audit: path('audit.jsonl'),
      ...(options.xlsx && { xlsx: path('results.xlsx') }),
    }
    await writeResults(files, customers, store, { service, dryRun, now: clock.now() })
    return { progress, journal, files }
  } finally {
    await store.close()
  }
}
