import type { Stats } from 'node:fs'
import { CredentialError } from '../shared/errors.ts'

/** Returns the code of a file system error, such as `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const { code }: { readonly code?: string } = Object(error)
  return code
}

/** Creates an error about a store file, which never quotes the file's content. */
export function storeError(path: string, flaw: string): CredentialError {
  return new CredentialError('store', `The store ${path} ${flaw}`)
}

/** Turns a file system error into one that names the store. */
export function toStoreError(path: string, verb: 'read' | 'written', error: unknown): unknown {
  const code = codeOf(error)
  if (code === undefined) return error
  return storeError(
    path,
    `cannot be ${verb} (${code}): it must be a regular file that belongs to this user, in a folder that does, too`,
  )
}

/** Names the kind of an entry that is not a regular file. */
export function kindOf(found: Pick<Stats, 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>): string {
  if (found.isDirectory()) return 'a folder'
  if (found.isSymbolicLink()) return 'a symbolic link'
  if (found.isFIFO()) return 'a pipe (FIFO)'
  return found.isSocket() ? 'a socket' : 'a device'
}
