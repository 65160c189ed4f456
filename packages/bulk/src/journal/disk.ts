import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A file that several processes append to. */
export interface SharedFile {
  /** Adds bytes at the end, all in one piece: no other process's bytes get between them. */
  append(bytes: Uint8Array): Promise<void>
  /** Resolves when everything written so far survives a power cut. */
  sync(): Promise<void>
  /** Reads into the bytes from a place of the file on; returns how many there were. */
  read(bytes: Uint8Array, position: number): Promise<number>
  close(): Promise<void>
}

/** Opens a file of a local disk, and makes one if there is none. */
export async function openSharedFile(path: string): Promise<SharedFile> {
  const file = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o600)
  await syncFolder(dirname(path))
  return {
    async append(bytes) {
      const { bytesWritten } = await file.write(bytes)
      // Writing the rest would be a second piece, for which there is no room either.
      if (bytesWritten < bytes.length) throw noRoom(bytesWritten, bytes.length)
    },
    sync: () => file.datasync(),
    read: async (bytes, position) => (await file.read(bytes, 0, bytes.length, position)).bytesRead,
    close: () => file.close(),
  }
}

function noRoom(written: number, size: number): Error {
  const error = new Error(`there is no room for more: ${written} of ${size} bytes were written`)
  return Object.assign(error, { code: 'ENOSPC' })
}

/** A file that was just made is gone after a power cut, unless its folder was written, too. */
async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and needs none.
  const folder = await open(path).catch(() => undefined)
  await folder?.sync().catch(() => {})
  await folder?.close()
}
