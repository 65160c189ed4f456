import { MockUsageError, reasonOf } from '../contract/errors.ts'

/**
 * Reads a JSON text that somebody wrote.
 *
 * @param whole what to call it
 * @throws MockUsageError if it is none.
 */
export function readJson(text: string, whole: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new MockUsageError(`${whole} is not valid JSON: ${reasonOf(error)}`)
  }
}
