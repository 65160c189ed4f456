import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/** A file that several processes append to. */
export interface SharedFile {
  /** Appends bytes atomically: no other process's bytes get between them. */
  append(bytes: Uint8Array): Promise<void>
  /** Flushes the file to disk: everything written so far survives a power cut. */
  sync(): Promise<void>
  /** Reads into a buffer from a position; returns the number of bytes read. */
  read(bytes: Uint8Array, position: number): Promise<number>
  /** Returns the size of the file, and whether its path still leads to it. */
  check(): Promise<FileState>
  /** Closes the file. Does not sync it. */
  close(): Promise<void>
}

/** The state of an open file. */
export interface FileState {
  /** Size in bytes. */
  readonly size: number
  /** Whether the path still leads to this file, to another, or to none. */
  readonly path: 'same' | 'replaced' | 'removed'
}

/**
 * Opens a file on a local disk, or creates it.
 *
 * @throws Error if it is not a regular file.
 */
export async function openSharedFile(path: string): Promise<SharedFile> {
  // The current working directory may change.
  const place = resolve(path)
  const file = await open(place, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600)
  try {
    if (!(await file.stat()).isFile()) throw new Error('it is not a regular file')
    await syncFolder(dirname(await realpath(place)))
  } catch (error) {
    await file.close()
    throw error
  }
  return {
    async append(bytes) {
      const { bytesWritten } = await file.write(bytes)
      // A second write for the rest would not be atomic, and there is no space for it anyway.
      if (bytesWritten < bytes.length) throw noRoom(bytesWritten, bytes.length)
    },
    sync: () => file.datasync(),
    read: async (bytes, position) => (await file.read(bytes, 0, bytes.length, position)).bytesRead,
    async check() {
      const own = await file.stat({ bigint: true })
      const there = await stat(place, { bigint: true }).catch(nothingIfMissing)
      const same = there?.dev === own.dev && there.ino === own.ino
      return { size: Number(own.size), path: same ? 'same' : there ? 'replaced' : 'removed' }
    },
    close: () => file.close(),
  }
}

/**
 * Opens a file for reading while others may be appending to it.
 *
 * @throws Error if it does not exist or is not a regular file.
 */
export async function openReadOnly(path: string): Promise<Pick<SharedFile, 'read' | 'close'>> {
  // If it is a pipe, opening must not wait for a writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  if (!(await file.stat()).isFile()) {
    await file.close()
    throw new Error('it is not a regular file')
  }
  return {
    read: async (bytes, position) => (await file.read(bytes, 0, bytes.length, position)).bytesRead,
    close: () => file.close(),
  }
}

function nothingIfMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'ENOENT' && code !== 'ENOTDIR') throw error
}

function noRoom(written: number, size: number): Error {
  const error = new Error(`no space left: ${written} of ${size} bytes were written`)
  return Object.assign(error, { code: 'ENOSPC' })
}

/** Flushes a folder to disk: without that, a new file in it may not survive a power cut. */
async function syncFolder(path: string): Promise<void> {
  // Windows cannot open folders, and does not need this.
  const folder = await open(path).catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
