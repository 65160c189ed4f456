import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { MockUsageError } from '../contract/errors.ts'

/**
 * Reads a scenario file.
 *
 * @throws MockUsageError if it is not a regular file: reading a pipe or a device might block or never end.
 */
export function readScenario(file: string): string {
  // Without `O_NONBLOCK`, opening a pipe would wait for its writer.
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(descriptor)
    if (!stats.isFile()) {
      const kind = stats.isDirectory() ? 'folder' : stats.isFIFO() ? 'pipe' : 'device'
      throw new MockUsageError(`The scenario ${file} is a ${kind}; use a regular file.`)
    }
    return readFileSync(descriptor, 'utf8')
  } finally {
    closeSync(descriptor)
  }
}
