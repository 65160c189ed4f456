import { type Clock, systemClock } from '@partner-upgrades/client'
import { readCustomers } from '@partner-upgrades/customer-lists'
import type { Processes } from './journal/process-liveness.ts'
import { type JournalReading, readJournal } from './journal/read-journal.ts'
import { listPaths } from './list-paths.ts'
import { writeAtomically } from './output/atomic-file-writer.ts'
import { createSummary } from './report/summary.ts'
import { toHtml } from './report/to-html.ts'
import { readResults } from './results/read-results.ts'
import type { HandedOver } from './store/journal-entry.ts'

/** The options of `writeInterimReport`. */
export interface InterimReportOptions {
  /** The list of customers. */
  readonly file: string
  /**
   * The folder of the journal and the report.
   * @default the folder of the list
   */
  readonly folder?: string | undefined
  /** Whether to report on the dry run. @default false */
  readonly dryRun?: boolean | undefined
  /** The clock. @default the system clock */
  readonly clock?: Clock | undefined
  /**
   * Determines which processes still run.
   * @default the processes of this machine
   */
  readonly processes?: Processes | undefined
}

/** The current state of a list. */
export interface InterimReport extends Pick<JournalReading, 'progress' | 'lastWriteAt'> {
  /** How many processes are working on the list. */
  readonly working: number
  /** The fleet's list that this list was handed over to; absent if it was not. */
  readonly handedOver?: Pick<HandedOver, 'list' | 'partner'>
  /** Path of the journal. */
  readonly journal: string
  /** Path of the interim HTML report. */
  readonly report: string
}

/**
 * Reports the state of a list at any time, even during a run: reads the journal without joining the run, and writes an HTML report to
 * `….interim-report.html`. Files of a finished run are left alone.
 *
 * @throws JournalError if there is no journal yet, or it belongs to another list or is damaged.
 * @throws ListError if the list cannot be read.
 * @throws BulkError if the report cannot be written.
 */
export async function writeInterimReport(options: InterimReportOptions): Promise<InterimReport> {
  const { file, folder, dryRun = false, clock = systemClock, processes } = options
  const path = listPaths(file, dryRun, folder)
  const [journal, report] = [path('journal.jsonl'), path('interim-report.html')]
  const customers = await readCustomers(file)
  const reading = await readJournal({ path: journal, customers, clock, ...(processes && { processes }) })
  try {
    const { opened, progress, working, lastWriteAt, handedOver } = reading
    const summary = createSummary({
      list: customers.name,
      sha256: customers.hash,
      customers: customers.size,
      service: opened.service,
      dryRun: opened.dryRun,
      writtenAt: new Date(clock.now()).toISOString(),
    })
    for await (const result of readResults(customers, reading)) summary.add(result)
    await writeAtomically(report, [toHtml(summary.sum())])
    return {
      progress,
      working: working.length,
      lastWriteAt,
      ...(handedOver && { handedOver: { list: handedOver.list, partner: handedOver.partner } }),
      journal,
      report,
    }
  } finally {
    await reading.close()
  }
}
