import { basename, dirname, extname, join } from 'node:path'
import { createProductUpgradesClient } from '@partner-upgrades/client'
import { JournalError } from './errors.ts'
import { readCustomers } from './input/customers.ts'
import { openJournal } from './journal/journal.ts'
import { type ResultFiles, writeResults } from './results/write-results.ts'
import { runBulk } from './run/run-bulk.ts'
import type { RunOptions, RunProgress } from './run/run-options.ts'
import { systemClock } from './run/system-clock.ts'
import { openRows, type Progress } from './store.ts'

/** How a file of customers is worked through. */
export interface UpgradeCustomersOptions extends Omit<RunOptions, 'store'> {
  /** CSV or JSON Lines, with `customerId`, and perhaps `productFamily` and `name`. */
  readonly file: string
  /**
   * The folder for journal and results.
   * @default that of the file
   */
  readonly folder?: string
  /**
   * The journal.
   * @default the file's name with `.journal.jsonl`, or `.dry-run.journal.jsonl`, in the folder
   */
  readonly journal?: string
  /**
   * Milliseconds a worker may be silent before others take over what it had claimed.
   * @default 30000
   */
  readonly lease?: number
  /** Called when list and journal have been read, and nothing has been sent yet: the place to ask whether to go on, and to throw if not. */
  readonly onOpen?: (progress: Progress) => void | Promise<void>
}

/** What came of a file of customers. */
export interface UpgradedCustomers {
  readonly progress: RunProgress
  /** The journal: keep it until the run has come to its end. */
  readonly journal: string
  /** The results; absent if the run was stopped before its end. */
  readonly files?: ResultFiles
}

/**
 * Upgrades the customers of a file: eligibility, create, and following to the end, with everything written down in a journal beside it.
 * Called again after whatever stopped it, it goes on where it was; called in several processes at once, they share the work.
 *
 * @throws InputError naming everything that is wrong with the file, before anything is sent.
 * @throws JournalError if the journal is of another file or service, or damaged, or has nothing that failed, before anything is sent.
 * @throws StoreError if something could not be written down; it was not sent then.
 * @throws StoppedError if nothing gets through any more.
 * @example
 * const { progress } = await upgradeCustomers({ file: 'customers.csv', client: { credential: getToken } })
 */
export async function upgradeCustomers(options: UpgradeCustomersOptions): Promise<UpgradedCustomers> {
  const { file, folder = dirname(file), dryRun = false, lease } = options
  const clock = options.client.clock ?? systemClock
  // Before any file is touched: whatever is wrong with the options is said first.
  const { baseUrl: service } = createProductUpgradesClient(options.client)
  const name = `${basename(file, extname(file))}${dryRun ? '.dry-run' : ''}`
  const { journal = join(folder, `${name}.journal.jsonl`) } = options
  const customers = await readCustomers(file)
  const store = await openJournal({ path: journal, customers, service, dryRun, clock, ...(lease && { lease }) })
  try {
    const { open, round } = store.progress()
    if (options.onlyFailed && round === 0 && open.new === customers.size) {
      throw new JournalError(
        `Nothing of ${file} has been run yet, going by ${journal}. Run it without asking for failed customers only, or name the folder it was run with. Nothing was sent.`,
      )
    }
    await options.onOpen?.(store.progress())
    const progress = await runBulk({ ...options, store })
    if (openRows(progress.open) > 0) return { progress, journal }
    const files: ResultFiles = {
      csv: join(folder, `${name}.results.csv`),
      jsonLines: join(folder, `${name}.results.jsonl`),
      report: join(folder, `${name}.report.html`),
      audit: join(folder, `${name}.audit.jsonl`),
    }
    await writeResults(files, customers, store, { service, dryRun, now: clock.now() })
    return { progress, journal, files }
  } finally {
    await store.close()
  }
}
