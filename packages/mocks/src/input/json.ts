import { MockUsageError, reasonOf } from '../contract/errors.ts'

/**
 * Parses JSON that a user wrote.
 *
 * @param name how messages refer to the text
 * @throws MockUsageError if it is not valid JSON.
 */
export function readJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new MockUsageError(`${name} is not valid JSON: ${reasonOf(error)}`)
  }
}
