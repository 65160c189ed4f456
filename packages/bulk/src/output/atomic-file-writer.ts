import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { BulkError, reasonOf } from '../errors.ts'
import { temporaryPath } from './temporary-files.ts'

/** A file that appears at its path only once it is complete. */
export interface AtomicFile {
  /** Path of the finished file. */
  readonly path: string
  /** Appends text or bytes to the temporary file. */
  write(data: string | Uint8Array): Promise<void>
  /** Flushes and closes the temporary file; returns its SHA-256 in hex. */
  finish(): Promise<string>
  /** Renames the temporary file to its final path. */
  commit(): Promise<void>
  /** Removes the temporary file, unless it was committed. */
  discard(): Promise<void>
}

const buffered = 1 << 16

/** Opens a temporary file next to the final path. Only the owner may read it, because it names customers. */
export async function openAtomicFile(path: string): Promise<AtomicFile> {
  const temporaryFile = temporaryPath(path)
  const file: FileHandle = await open(temporaryFile, 'wx', 0o600)
  const hash = createHash('sha256')
  let waiting: string[] = []
  let size = 0

  async function flush(): Promise<void> {
    const bytes = Buffer.from(waiting.join(''))
    waiting = []
    size = 0
    await append(bytes)
  }

  async function append(bytes: Uint8Array): Promise<void> {
    hash.update(bytes)
    await file.appendFile(bytes)
  }

  return {
    path,
    async write(data) {
      if (typeof data === 'string') {
        waiting.push(data)
        size += data.length
        if (size > buffered) await flush()
      } else {
        await flush()
        await append(data)
      }
    },
    async finish() {
      await flush()
      // The umask may have removed permissions of the owner.
      await file.chmod(0o600)
      await file.sync()
      await file.close()
      return hash.digest('hex')
    },
    commit: () => rename(temporaryFile, path),
    async discard() {
      await file.close().catch(() => {})
      await rm(temporaryFile, { force: true })
    },
  }
}

/**
 * Writes a file that appears only once it is complete; until then, an existing file with that name stays.
 *
 * @throws BulkError if the file cannot be written; errors of `parts`, unchanged. No temporary file is left behind.
 */
export async function writeAtomically(path: string, parts: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const unwritable = (cause: unknown): never => {
    throw new BulkError(`${path} cannot be written (${reasonOf(cause)}).`, { cause })
  }
  const file = await openAtomicFile(path).catch(unwritable)
  try {
    for await (const part of parts) await file.write(part).catch(unwritable)
    await file.finish().catch(unwritable)
    await file.commit().catch(unwritable)
  } finally {
    await file.discard()
  }
}
