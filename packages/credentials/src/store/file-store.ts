import { randomUUID } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { CredentialError } from '../shared/errors.ts'
import { parseJson } from '../shared/json.ts'
import { withLock } from './file-lock.ts'
import { makeFolder, removeLeftovers } from './folder.ts'
import { removalLockOf } from './lock-file.ts'
import { followLinks, type PrivateText, readPrivate, replacePrivate } from './private-file.ts'
import type { StoredValue, TokenStore } from './store.ts'
import { storeError, toStoreError } from './store-error.ts'

/**
 * Creates a store in a file that only its user may read (mode 0600, in a folder with mode 0700 if it must be created). Any number of
 * processes on one machine may share it. A file that others may read is rejected. If the path is a symbolic link, its target is the store.
 *
 * @param path the file, which is created by the first write
 * @throws CredentialError if there is no path. The store's methods throw it if the file cannot be used or stays locked.
 */
export function createFileStore(path: string): TokenStore {
  if (typeof path !== 'string' || path === '')
    throw new CredentialError('options', 'path must be the file to keep refresh tokens in')
  const named = resolve(path)

  return {
    async get(key) {
      const file = followLinks(named)
      return valueIn(parse(file, readPrivate(file)), key)
    },
    async compareAndSet(key, expectedVersion, value) {
      try {
        makeFolder(dirname(named))
        const file = followLinks(named)
        const lock = `${file}.lock`
        return await withLock(lock, (id) => {
          removeLeftovers(file, removalLockOf(lock, id))
          const previous = readPrivate(file)
          const values = parse(file, previous)
          if (valueIn(values, key)?.version !== expectedVersion) return false
          const next = { ...values, [key]: { value, version: randomUUID() } }
          replacePrivate(file, `${JSON.stringify(next, undefined, 2)}\n`, previous)
          return true
        })
      } catch (error) {
        throw toStoreError(named, 'written', error)
      }
    },
  }
}

function parse(file: string, content: PrivateText | undefined): Readonly<Record<string, StoredValue>> {
  if (!content) return {}
  const values = parseJson(content.text)
  if (isStore(values)) return values
  throw storeError(file, 'is not a file of this package: name another one, or move it away and sign in again')
}

function valueIn(values: Readonly<Record<string, StoredValue>>, key: string): StoredValue | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined
}

function isStore(values: unknown): values is Readonly<Record<string, StoredValue>> {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return false
  return Object.values(values).every((each) => typeof each?.value === 'string' && typeof each.version === 'string')
}
