import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { BulkError } from '../errors.ts'
import type { Customers } from '../input/customers.ts'
import { createSummary } from '../report/summary.ts'
import { toHtml } from '../report/to-html.ts'
import type { Store } from '../store.ts'
import { createAudit, type RunFacts } from './audit.ts'
import { readResults } from './read-results.ts'
import type { Result } from './result.ts'
import { openSink, type Sink } from './sink.ts'
import { csvHeader, toCsv } from './to-csv.ts'
import { toJsonLine } from './to-json.ts'

/** Where the results go. */
export interface ResultFiles {
  /** CSV, for spreadsheets. */
  readonly csv: string
  /** JSON Lines, for programs. */
  readonly jsonLines: string
  /** A page for people. */
  readonly report: string
  /** JSON Lines with every request. */
  readonly audit: string
}

/** Rows that are turned into CSV together. */
const batch = 200

/**
 * Writes what became of each customer, all files in one pass. Each is there when it is whole, and not before.
 *
 * @throws BulkError if one cannot be written, or the list has changed.
 */
export async function writeResults(
  files: ResultFiles,
  customers: Customers,
  store: Store,
  about: Pick<RunFacts, 'service' | 'dryRun'> & { readonly now: number },
): Promise<void> {
  const facts: RunFacts = {
    list: customers.name,
    sha256: customers.hash,
    customers: customers.size,
    service: about.service,
    dryRun: about.dryRun,
    writtenAt: new Date(about.now).toISOString(),
  }
  const sinks: Sink[] = []
  const sink = async (path: string): Promise<Sink> => {
    await mkdir(dirname(path), { recursive: true })
    const opened = await openSink(path)
    sinks.push(opened)
    return opened
  }
  try {
    const csv = await sink(files.csv)
    const jsonLines = await sink(files.jsonLines)
    const report = await sink(files.report)
    const auditSink = await sink(files.audit)
    const audit = createAudit(facts)
    const summary = createSummary(facts)
    const rows: Result[] = []
    await csv.write(csvHeader())
    await auditSink.write(audit.header)
    for await (const result of readResults(customers, store)) {
      rows.push(result)
      if (rows.length === batch) await csv.write(toCsv(rows.splice(0)))
      await jsonLines.write(toJsonLine(result))
      await auditSink.write(audit.line(result))
      summary.add(result)
    }
    await csv.write(toCsv(rows))
    await auditSink.write(audit.seal())
    await report.write(toHtml(summary.sum()))
    for (const each of sinks) await each.commit()
  } catch (cause) {
    for (const each of sinks) await each.discard()
    if (cause instanceof BulkError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new BulkError(
      `The results could not be written (${why}). Everything is in the journal: run the same command again.`,
      {
        cause,
      },
    )
  }
}
