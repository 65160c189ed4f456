import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '../verify/usage-error.ts'
import type { Har } from './har.ts'
import { HarError, readHar } from './read-har.ts'

/**
 * Does something with a recording in a file.
 *
 * @throws {HarError} naming the file, if it is no recording that can be used.
 */
export async function withHar<T>(file: string, use: (har: Har) => T): Promise<T> {
  const text = await readText(file)
  try {
    return use(readHar(text))
  } catch (error) {
    throw error instanceof HarError ? new HarError(`${file} ${error.message}`) : error
  }
}

/** @throws {UsageError} if the file cannot be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${reasonOf(error)}`)
  }
}

/** @throws {UsageError} if there is such a file. */
export function demandNew(file: string): void {
  if (existsSync(file)) throw new UsageError(`${file} exists already: nothing is overwritten.`)
}

/**
 * Writes a file for this user alone, whole or not at all.
 *
 * @throws {UsageError} if it cannot be written.
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}`
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(temporary, text, { mode: 0o600 })
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw new UsageError(`${file} cannot be written: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder',
    EACCES: 'access is denied',
  }
  return typeof code === 'string' ? (known[code] ?? code) : String(error)
}
