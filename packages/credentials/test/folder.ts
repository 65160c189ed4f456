import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * Creates a folder that is removed after the test.
 *
 * @param finished `onTestFinished` of the test context, which concurrent tests must pass: the global one cannot tell them apart
 */
export function temporaryFolder(finished: typeof onTestFinished = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'credentials-'))
  finished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
