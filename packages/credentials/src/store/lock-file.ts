import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  copyFileSync,
  fstatSync,
  linkSync,
  lstatSync,
  openSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { CredentialError } from '../shared/errors.ts'
import { createLockHolder, type LockHolder, parseLockHolder } from './lock-holder.ts'
import { codeOf, kindOf } from './store-error.ts'

/** The state of a lock file. */
export interface FoundLock {
  /** An ID that no earlier or later lock at the same path shares. */
  readonly id: string
  /** The holder; `undefined` if this package did not write the lock. */
  readonly holder: LockHolder | undefined
  /** When it was taken, in milliseconds since 1970. */
  readonly since: number
}

/** Error codes of file systems without hard links. */
const noLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']

/**
 * Takes a lock. The file is created together with its content, so that no process ever finds a lock without its holder.
 *
 * @returns the ID of the lock; `undefined` if the lock is already taken
 */
export function takeLock(path: string): string | undefined {
  const draft = `${path}.${randomUUID()}`
  const holder = createLockHolder()
  try {
    writeFileSync(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    link(draft, path)
    return holder.id
  } catch (error) {
    // The draft is missing if the holder of the lock has removed leftovers.
    if (codeOf(error) === 'EEXIST' || (codeOf(error) === 'ENOENT' && isLinking(error))) return undefined
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

function link(draft: string, path: string): void {
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!noLinks.includes(codeOf(error))) throw error
    copyFileSync(draft, path, constants.COPYFILE_EXCL)
  }
}

function isLinking(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && ['link', 'copyfile'].includes(String(error.syscall))
}

/**
 * Reads the lock at a path; `undefined` if there is none.
 *
 * @throws CredentialError if something other than a file is there.
 */
export function findLock(path: string): FoundLock | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return undefined
  if (!found.isFile())
    throw new CredentialError('store', `The lock ${path} must be a file, but is ${kindOf(found)}: remove it`)
  let descriptor: number | undefined
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const { ino, mtimeNs, mtimeMs } = fstatSync(descriptor, { bigint: true })
    const bytes = Buffer.alloc(1_024)
    const holder = parseLockHolder(bytes.toString('utf8', 0, readSync(descriptor, bytes)))
    return { id: holder?.id ?? `${ino} ${mtimeNs}`, holder, since: Number(mtimeMs) }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Removes the lock with this ID, and no other. Only one process at a time may do so. */
export function removeLock(path: string, id: string): void {
  if (findLock(path)?.id === id) rmSync(path, { force: true })
}

/** Returns the path of the lock that guards the removal of a stale lock. It belongs to that one lock, and is meaningless afterwards. */
export function removalLockOf(path: string, id: string): string {
  return `${path}.${createHash('sha256').update(id).digest('hex').slice(0, 32)}`
}
