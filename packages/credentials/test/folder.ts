import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/**
 * A folder that is gone after the test.
 *
 * @param finished that of the test's own context, where tests run at the same time: nobody else can tell them apart.
 */
export function temporaryFolder(finished: typeof onTestFinished = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'credentials-'))
  finished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
