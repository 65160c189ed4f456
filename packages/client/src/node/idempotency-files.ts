import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { CreateSubject, IdempotencyEntry, IdempotencyStore, PendingCreate } from '../idempotency/store.ts'
import { systemClock } from '../time/clock.ts'
import { makeFolder, readIfThere, removeLeftovers, replaceFile } from './durable-file.ts'
import { formatRecord, parseRecord } from './pending-record.ts'
import { type HeldLock, type LockHolder, tryLock } from './process-lock.ts'
import { stateDirectory } from './state-directory.ts'

/** Options for keeping the records of creates in files. */
export interface IdempotencyFilesOptions {
  /**
   * The folder, on a local disk; created if missing. Programs that must exclude each other share one.
   * @default `partner-upgrades/creates` in this user's state folder
   */
  readonly folder?: string | undefined
  /**
   * What this process is doing, shown to processes that wait for it.
   * @default 'a program'
   */
  readonly purpose?: string | undefined
  /**
   * How long a created upgrade is remembered, in milliseconds: until the service can be relied on to show it.
   * @default 120000
   */
  readonly keep?: number | undefined
  /** Called once each time a call has to wait for another process. */
  readonly onWait?: ((holder: LockHolder) => void) | undefined
}

/** Records of creates that all processes of a machine share. */
export interface IdempotencyFiles extends IdempotencyStore {
  /** Claims the entry of a customer, or returns its current holder. */
  tryOpen(subject: CreateSubject): Promise<IdempotencyEntry | { readonly holder: LockHolder }>
  /** Reads a customer's record, even while another process holds the entry. */
  read(subject: CreateSubject): Promise<PendingCreate | undefined>
}

/** Milliseconds between two attempts to claim an entry that another process holds. */
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

/** Names the file of a subject: the customer ID in clear, so that people can find it, and a hash of service and product family. */
function nameOf({ customerId, baseUrl, productFamily }: CreateSubject): string {
  const hash = createHash('sha256').update(`${baseUrl}\n${productFamily.toLowerCase()}`).digest('hex')
  return `${customerId.toLowerCase()}.${hash.slice(0, 12)}`
}
