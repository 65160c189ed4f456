import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, resolve } from 'node:path'
import { CredentialError } from './errors.ts'
import { codeOf, storeError, toStoreError } from './file-errors.ts'
import { withLock } from './file-lock.ts'
import type { StoredValue, TokenStore } from './store.ts'

/**
 * A store in a file that only its user may read (mode 0600, in a folder with mode 0700 if it has to be made). Any number of processes
 * on one machine may share it. A file that others may read is refused.
 *
 * @param path the file; made when something is stored
 */
export function createFileStore(path: string): TokenStore {
  if (typeof path !== 'string' || path === '')
    throw new CredentialError('options', 'path must be the file to keep refresh tokens in')
  const file = resolve(path)

  function read(): Readonly<Record<string, StoredValue>> {
    const text = readPrivate(file)
    if (text === undefined) return {}
    const values = parse(text)
    if (isStore(values)) return values
    throw storeError(file, 'is not a file of this package: name another one, or move it away and sign in again')
  }

  return {
    async get(key) {
      const values = read()
      return Object.hasOwn(values, key) ? values[key] : undefined
    },
    async compareAndSet(key, expectedVersion, value) {
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
        return await withLock(`${file}.lock`, () => {
          const values = read()
          const current = Object.hasOwn(values, key) ? values[key]?.version : undefined
          if (current !== expectedVersion) return false
          write(file, `${JSON.stringify({ ...values, [key]: { value, version: randomUUID() } }, undefined, 2)}\n`)
          return true
        })
      } catch (error) {
        throw toStoreError(file, 'written', error)
      }
    },
  }
}

/** The text of a file, if there is one. */
function readPrivate(file: string): string | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    const { mode } = fstatSync(descriptor)
    // Windows has no such modes.
    if (process.platform !== 'win32' && mode & 0o077)
      throw storeError(file, `may be used by others (mode ${(mode & 0o777).toString(8)}): chmod 600 it`)
    return readFileSync(descriptor, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw toStoreError(file, 'read', error)
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

/** Replaces a file as a whole: whoever reads sees the old text or the new one, also after a crash. */
function write(file: string, text: string): void {
  const temporary = `${file}.${randomUUID()}`
  try {
    const descriptor = openSync(temporary, 'wx', 0o600)
    try {
      writeFileSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** Without the words of `JSON.parse`, which would show what is in the file. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isStore(values: unknown): values is Readonly<Record<string, StoredValue>> {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false
  return Object.values(values).every((each) => typeof each?.value === 'string' && typeof each.version === 'string')
}
