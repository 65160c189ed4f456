import { readText } from '../files/read-text.ts'
import type { Har } from '../traffic/har.ts'
import { HarError, readHar } from '../traffic/read-har.ts'

/**
 * Reads a recording from a file and passes it to `use`.
 *
 * @throws {HarError} that names the file, if it is not a usable recording.
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
