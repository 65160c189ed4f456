import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from './folder.ts'
import { codeOf, kindOf, storeError, toStoreError } from './store-error.ts'

/** The content of a store file, its owner and its permissions. */
export interface PrivateText {
  /** The content. */
  readonly text: string
  /** The permission bits. */
  readonly mode: number
  /** The owner's user ID. */
  readonly uid: number
  /** The owner's group ID. */
  readonly gid: number
}

/**
 * Resolves a path that is a symbolic link.
 *
 * @throws CredentialError if the link is broken.
 */
export function followLinks(path: string): string {
  try {
    if (!lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return path
    return realpathSync(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT')
      throw storeError(
        path,
        `is a symbolic link to ${readlinkSync(path)}, which does not exist: create that file, or remove the link`,
      )
    if (code === 'ELOOP') throw storeError(path, 'is a symbolic link that leads back to itself: remove it')
    throw toStoreError(path, 'read', error)
  }
}

/**
 * Reads a private file; `undefined` if there is none.
 *
 * @throws CredentialError if it is not a file, or if others may access it.
 */
export function readPrivate(path: string): PrivateText | undefined {
  let descriptor: number | undefined
  try {
    // Opening a pipe would block until another process writes to it.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    const found = fstatSync(descriptor)
    const { mode, uid, gid } = found
    if (found.isDirectory()) throw storeError(path, 'cannot be read (EISDIR): it must be a file, but is a folder')
    if (!found.isFile()) throw storeError(path, `cannot be read: it must be a file, but is ${kindOf(found)}`)
    // Windows has no permission bits.
    if (process.platform !== 'win32' && mode & 0o077)
      throw storeError(path, `is accessible to others (mode ${(mode & 0o777).toString(8)}): run chmod 600`)
    return { text: readFileSync(descriptor, 'utf8'), mode: mode & 0o777, uid, gid }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw toStoreError(path, 'read', error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/**
 * Replaces a file atomically: a reader sees the old text or the new one, even after a crash or a power failure. Keeps mode and owner.
 *
 * @param previous the current content, if any
 */
export function replacePrivate(path: string, text: string, previous: PrivateText | undefined): void {
  const temporary = `${path}.${randomUUID()}`
  try {
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(descriptor, text)
      if (previous) keepOwner(descriptor, previous)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, path)
    syncFolder(dirname(path))
  } finally {
    rmSync(temporary, { force: true })
  }
}

function keepOwner(descriptor: number, { mode, uid, gid }: PrivateText): void {
  if (process.platform === 'win32') return
  const mine = fstatSync(descriptor)
  if (mine.uid !== uid || mine.gid !== gid) fchownSync(descriptor, uid, gid)
  fchmodSync(descriptor, mode)
}
