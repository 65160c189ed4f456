import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../usage-error.ts'
import { describeFileError, UnusableFileError } from './file-error.ts'
import { whyNoFile } from './file-kind.ts'

/**
 * Checks that a file does not exist yet.
 *
 * @throws {UsageError} if it does.
 */
export function assertNewFile(file: string): void {
  if (existsSync(file)) throw new UsageError(`${file} already exists: choose another name.`)
}

/**
 * Writes a file atomically, readable by this user only.
 *
 * @throws {UsageError} if it cannot be written, or would replace a folder, pipe or device.
 */
export async function writeAtomically(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`
  try {
    const stats = statSync(file, { throwIfNoEntry: false })
    const why = stats && whyNoFile(stats)
    if (why !== undefined) throw new UnusableFileError(why)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(temporary, text, { mode: 0o600 })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new UsageError(`${file} cannot be written: ${describeFileError(error)}`)
  }
}
