import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { UsageError } from '../usage-error.ts'
import { describeFileError, UnusableFileError } from './file-error.ts'
import { isInherited, whyNoFile } from './file-kind.ts'

/** The largest file that is read, in bytes. */
const largestFile = 268_435_456

/**
 * Reads the text of a regular file, or of a pipe from the shell.
 *
 * @param limit The largest file that is read, in bytes.
 * @throws {UsageError} if it cannot be read, is larger, or is another kind of file: a pipe or a device may never end, or never begin.
 */
export async function readText(file: string, limit: number = largestFile): Promise<string> {
  let handle: FileHandle | undefined
  try {
    // Opening a pipe would wait for its writer.
    const patience = isInherited(file) ? 0 : (constants.O_NONBLOCK ?? 0)
    handle = await open(file, constants.O_RDONLY | patience)
    const stats = await handle.stat()
    const why = stats.isFIFO() && isInherited(file) ? undefined : whyNoFile(stats)
    if (why !== undefined) throw new UnusableFileError(why)
    return await readUpTo(handle, limit)
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${describeFileError(error)}`)
  } finally {
    await handle?.close()
  }
}

async function readUpTo(handle: FileHandle, limit: number): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const stream: AsyncIterable<Buffer> = handle.createReadStream({ autoClose: false })
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw new UnusableFileError(`it is larger than ${limit / 2 ** 20} MiB`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
