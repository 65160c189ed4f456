import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CreateSubject, IdempotencyEntry, IdempotencyStore, PendingCreate } from '../idempotency/store.ts'
import { systemClock } from '../time/clock.ts'
import { makeFolder, readIfThere, removeLeftovers, replaceFile } from './durable-file.ts'
import { formatRecord, parseRecord } from './pending-record.ts'
import { type HeldLock, type LockHolder, tryLock } from './process-lock.ts'
import { stateDirectory } from './state-directory.ts'

/** How records of creates are kept in files. */
export interface IdempotencyFilesOptions {
  /**
   * The folder, of this machine's own disk; it is made if there is none. All programs that shall exclude each other share one.
   * @default `partner-upgrades/creates` in the folder for state of this user
   */
  readonly folder?: string | undefined
  /**
   * What this process does, shown to processes that wait for it.
   * @default 'a program'
   */
  readonly purpose?: string | undefined
  /**
   * Milliseconds for which an upgrade that was created is remembered, until the service can be relied on to show it.
   * @default 120000
   */
  readonly keep?: number | undefined
  /** Called once for each wait for another process. */
  readonly onWait?: ((holder: LockHolder) => void) | undefined
}

/** Records of creates that all processes of a machine share. */
export interface IdempotencyFiles extends IdempotencyStore {
  /** Takes the entry of a customer, or tells who holds it. */
  tryOpen(subject: CreateSubject): Promise<IdempotencyEntry | { readonly holder: LockHolder }>
  /** Reads a customer's record, even while another process holds the entry. */
  read(subject: CreateSubject): Promise<PendingCreate | undefined>
}

/** Milliseconds between two tries to take what another process holds. */
const pause = 100

/**
 * Keeps the request ID of each create in a file until its outcome is known, and lets one process of this machine at a time create an
 * upgrade for a customer. If a process or the machine stops during a create, the next process settles it.
 *
 * @example
 * createProductUpgradesClient({ credential, idempotency: createIdempotencyFiles({ purpose: 'nightly job' }) })
 */
export function createIdempotencyFiles({
  folder = join(stateDirectory(), 'creates'),
  purpose = 'a program',
  keep = 120_000,
  onWait,
}: IdempotencyFilesOptions = {}): IdempotencyFiles {
  const drafts = join(folder, 'drafts')
  const locks = join(folder, 'locks')
  let ready: Promise<unknown> | undefined

  async function prepare(): Promise<void> {
    await makeFolder(locks)
    await removeLeftovers(drafts)
    await removeLeftovers(join(locks, 'drafts'))
  }

  async function tryOpen(subject: CreateSubject): Promise<IdempotencyEntry | { readonly holder: LockHolder }> {
    ready ??= prepare()
    await ready
    const name = nameOf(subject)
    const lock = tryLock(join(locks, name), purpose)
    return 'holder' in lock ? lock : readEntry(join(folder, `${name}.json`), lock)
  }

  async function readEntry(path: string, lock: HeldLock): Promise<IdempotencyEntry> {
    try {
      const pending = parseRecord(await readIfThere(path), path, keep)
      return {
        ...(pending && { pending }),
        save: (next: PendingCreate) => replaceFile(path, formatRecord(next, purpose), drafts),
        clear: () => rm(path, { force: true }),
        close: () => lock.release(),
      }
    } catch (error) {
      lock.release()
      throw error
    }
  }

  return {
    tryOpen,
    async read(subject) {
      const path = join(folder, `${nameOf(subject)}.json`)
      return parseRecord(await readIfThere(path), path, keep)
    },
    async open(subject, signal) {
      for (let waited = false; ; waited = true) {
        const entry = await tryOpen(subject)
        if (!('holder' in entry)) return { ...entry, waited }
        if (!waited) onWait?.(entry.holder)
        await systemClock.sleep(pause, signal)
      }
    },
  }
}

/** The customer is named, so that a person finds the file; service and family make it one for each. */
function nameOf({ customerId, baseUrl, productFamily }: CreateSubject): string {
  const hash = createHash('sha256').update(`${baseUrl}\n${productFamily.toLowerCase()}`).digest('hex')
  return `${customerId.toLowerCase()}.${hash.slice(0, 12)}`
}
