import { readText } from '../files/read-text.ts'
import type { Har } from '../traffic/har.ts'
import { HarError, readHar } from '../traffic/read-har.ts'

/**
 * Does something with a recording in a file.
 *
 * @throws {HarError} naming the file, if it is no recording that can be used.
 * @throws {UsageError} if the file cannot be read.
 */
export async function withHar<T>(file: string, use: (har: Har) => T): Promise<T> {
  const text = await readText(file)
  try {
    return use(readHar(text))
  } catch (error) {
    throw error instanceof HarError ? new HarError(`${file} ${error.message}`) : error
  }
}
