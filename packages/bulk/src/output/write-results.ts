import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { syncFolder } from '@partner-upgrades/client/node'
import { type Customers, ListError } from '@partner-upgrades/customer-lists'
import { BulkError, reasonOf } from '../errors.ts'
import { createSummary } from '../report/summary.ts'
import { toHtml } from '../report/to-html.ts'
import { createAudit, type RunFacts } from '../results/audit.ts'
import { readResults } from '../results/read-results.ts'
import { csvHeader, toCsv } from '../results/to-csv.ts'
import { toJsonLine } from '../results/to-json.ts'
import { toWorkbook } from '../results/to-workbook.ts'
import type { Store } from '../store/store.ts'
import { type AtomicFile, openAtomicFile } from './atomic-file-writer.ts'
import { removeAbandonedFiles } from './temporary-files.ts'

/** Paths of the results. */
export interface ResultFiles {
  /** CSV, for spreadsheets. */
  readonly csv: string
  /** JSON Lines, for programs. */
  readonly jsonLines: string
  /** The HTML report. */
  readonly report: string
  /** The audit file: JSON Lines with every request. */
  readonly audit: string
  /** An Excel workbook with the content of the CSV; written only if a path is given. */
  readonly xlsx?: string
}

/** The properties of a list that its results need. */
export type ListOfResults = Pick<Customers, 'name' | 'hash' | 'size' | 'notes' | 'delimiter' | 'rows'>

/**
 * Writes the results of all customers. Each file appears only when it is complete. The audit file is removed first and
 * written last, and lists the others with their hashes: if it is missing, the other files may belong to different runs.
 *
 * @throws BulkError if a file cannot be written.
 * @throws ListError if the list has changed.
 */
export async function writeResults(
  files: ResultFiles,
  customers: ListOfResults,
  store: Pick<Store, 'histories'>,
  about: Pick<RunFacts, 'service' | 'dryRun'> & { readonly now: number },
): Promise<void> {
  const facts: RunFacts = {
    list: customers.name,
    sha256: customers.hash,
    customers: customers.size,
    ...(customers.notes.length > 0 && { notes: customers.notes }),
    service: about.service,
    dryRun: about.dryRun,
    writtenAt: new Date(about.now).toISOString(),
  }
  const delimiter = customers.delimiter === ';' ? ';' : ','
  const writers: AtomicFile[] = []
  const sink = async (path: string): Promise<AtomicFile> => {
    await mkdir(dirname(path), { recursive: true })
    const opened = await openAtomicFile(path)
    writers.push(opened)
    return opened
  }
  try {
    for (const folder of foldersOf(Object.values(files))) await removeAbandonedFiles(folder)
    const csv = await sink(files.csv)
    const jsonLines = await sink(files.jsonLines)
    const report = await sink(files.report)
    const auditSink = await sink(files.audit)
    const audit = createAudit(facts)
    const summary = createSummary(facts)
    await csv.write(csvHeader(delimiter))
    await auditSink.write(audit.header)
    for await (const result of readResults(customers, store)) {
      await csv.write(toCsv(result, delimiter))
      await jsonLines.write(toJsonLine(result))
      await auditSink.write(audit.line(result))
      summary.add(result)
    }
    await report.write(toHtml(summary.sum()))
    const xlsx = files.xlsx === undefined ? [] : [await sink(files.xlsx)]
    for (const each of xlsx) {
      for await (const bytes of toWorkbook(readResults(customers, store))) await each.write(bytes)
    }
    const others = [csv, jsonLines, report, ...xlsx]
    for (const each of others) await auditSink.write(audit.file(basename(each.path), await each.finish()))
    await auditSink.write(audit.seal())
    await auditSink.finish()
    await replaceAll(others, auditSink)
  } catch (cause) {
    for (const each of writers) await each.discard()
    if (cause instanceof BulkError || cause instanceof ListError) throw cause
    throw new BulkError(
      `The results could not be written (${reasonOf(cause)}). Everything is in the journal: run the same command again.`,
      { cause },
    )
  }
}

/** Moves finished files to their final paths. If that is interrupted, there is no audit file, neither the new one nor an old one. */
async function replaceAll(others: readonly AtomicFile[], audit: AtomicFile): Promise<void> {
  await rm(audit.path, { force: true })
  await syncFolder(dirname(audit.path))
  for (const each of others) await each.commit()
  for (const folder of foldersOf(others.map(({ path }) => path))) await syncFolder(folder)
  await audit.commit()
  await syncFolder(dirname(audit.path))
}

function foldersOf(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.map((path) => dirname(path)))
}
