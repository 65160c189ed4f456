import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'

/**
 * Opens a list of customers, which must be a regular file or a symbolic link to one: a pipe or a terminal can be read only once, and a
 * device may never end.
 *
 * @throws the errors of the file system, and an error that names the kind of file if it is not a regular one.
 */
export async function openRegularFile(path: string): Promise<FileHandle> {
  if (path === '-') throw new Error('standard input can be read only once, but a list is read again for the results')
  // Checked before opening, because opening some devices has side effects.
  refuseOthers(await stat(path))
  // If a pipe has replaced the file in the meantime, opening it must not wait for a writer.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    refuseOthers(await file.stat())
    return file
  } catch (error) {
    await file.close()
    throw error
  }
}

function refuseOthers(stats: Stats): void {
  if (stats.isFile()) return
  throw new Error(`${kindOf(stats)}, but a list must be a regular file`)
}

function kindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'EISDIR: it is a folder'
  if (stats.isFIFO()) return 'it is a pipe'
  if (stats.isSocket()) return 'it is a socket'
  return stats.isCharacterDevice() || stats.isBlockDevice() ? 'it is a device' : 'it is something else'
}
