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

/** A lock file as it was found. */
export interface FoundLock {
  /** Of this lock, and of no other that is at the same path before or after it. */
  readonly id: string
  /** Who holds it; `undefined` if this package did not write it. */
  readonly holder: LockHolder | undefined
  /** When it was taken, in milliseconds since 1970. */
  readonly since: number
}

/** File systems without hard links say so in one of these ways. */
const noLinks: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR']

/**
 * Takes a lock. The file appears with its content or not at all, so that nobody ever finds a lock without its holder.
 *
 * @returns the ID of the lock; `undefined` if there is one already
 */
export function takeLock(path: string): string | undefined {
  const draft = `${path}.${randomUUID()}`
  const holder = createLockHolder()
  try {
    writeFileSync(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    link(draft, path)
    return holder.id
  } catch (error) {
    // Gone is the draft if whoever holds the lock has tidied up.
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
 * Looks at the lock at a path; `undefined` if there is none.
 *
 * @throws CredentialError if there is something else that no program of this package put there.
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

/** Removes the lock with this ID, and no other. Of several processes, only one at a time may do so. */
export function removeLock(path: string, id: string): void {
  if (findLock(path)?.id === id) rmSync(path, { force: true })
}

/** The lock under which a lock of a dead process is removed. It is about this lock only, and means nothing once that is gone. */
export function removalLockOf(path: string, id: string): string {
  return `${path}.${createHash('sha256').update(id).digest('hex').slice(0, 32)}`
}
